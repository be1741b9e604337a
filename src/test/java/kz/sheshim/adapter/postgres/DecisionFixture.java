package kz.sheshim.adapter.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.Routes;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.SealFixture;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** Decisions to record. */
public final class DecisionFixture {
    static final VerdictCodec CODEC = new ExactCodec();
    static final Submitter SUBMITTER = new Submitter("қабылдау орталығы");
    static final Duration KEY_LIFETIME = Duration.ofHours(24);
    public static final Revision REVISION = revision(1);
    public static final List<PolicyFile> FILES =
            List.of(file("b/Кесте.xlsx", 3), file("a.drl", 0), file("B.xlsx", 70_000));

    private DecisionFixture() {}

    public static Decision decision(String reference, String outcome, LocalDate filedOn, String... grounds) {
        return decision(SUBMITTER, reference, outcome, filedOn, grounds);
    }

    public static Decision decision(
            Submitter submitter, String reference, String outcome, LocalDate filedOn, String... grounds) {
        RuleId rule = new RuleId("a-table", "T-01");
        Verdict verdict = new Verdict(
                outcome,
                filedOn,
                Stream.of(grounds)
                        .map(code -> new Ground(code, "refuse", null, rule, List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(new MatchedRule(rule, new TreeMap<>(Map.of("applicant.name", reference)))));
        return new Decision(
                new DecisionId(UUID.randomUUID()),
                submitter,
                reference,
                Instant.parse("2026-11-20T05:15:00.123Z"),
                REVISION,
                "sheshim 0.1 / drools 10.2.0",
                "{\n\t\"received\" : \"" + reference + "\" }\r\n",
                " {\"b\":1.50, \"a\" : \"" + reference + "\",\"b\":1e2, \"u\":\"\\u0000\\ud83d\"} ",
                verdict,
                CODEC.encode(verdict),
                Stream.of(grounds)
                        .map(code -> "w.xlsx › Шешім › A" + code.length())
                        .toList());
    }

    /** A decision whose verdict has this text in it. */
    static Decision large(Submitter submitter, String text, LocalDate filedOn) {
        Decision small = decision(submitter, "large", "granted", filedOn);
        return new Decision(
                small.id(),
                small.submitter(),
                small.reference(),
                small.decidedAt(),
                small.revision(),
                small.engine(),
                small.received(),
                small.read(),
                small.verdict(),
                ((ExactCodec) CODEC).encode(small.verdict(), text),
                small.groundCells());
    }

    static Decision with(Decision decision, Revision revision) {
        return with(decision, revision, decision.verdict());
    }

    public static Decision withActions(Decision decision, LocalDate due, String... actions) {
        Verdict verdict = decision.verdict();
        return with(
                decision,
                decision.revision(),
                new Verdict(
                        verdict.outcome(),
                        verdict.filedOn(),
                        verdict.grounds(),
                        verdict.missingFacts(),
                        verdict.notices(),
                        List.of(actions),
                        Term.ofWorkingDays(1),
                        due,
                        verdict.matched()));
    }

    private static Decision with(Decision decision, Revision revision, Verdict verdict) {
        return with(decision, decision.decidedAt(), revision, verdict);
    }

    static Decision with(Decision decision, Instant decidedAt) {
        return with(decision, decidedAt, decision.revision(), decision.verdict());
    }

    private static Decision with(Decision decision, Instant decidedAt, Revision revision, Verdict verdict) {
        return new Decision(
                decision.id(),
                decision.submitter(),
                decision.reference(),
                decidedAt,
                revision,
                decision.engine(),
                decision.received(),
                decision.read(),
                verdict,
                CODEC.encode(verdict),
                decision.groundCells());
    }

    /** Records the decision with a new seal. */
    public static CompletionStage<Entry> append(DecisionLog log, Decision decision, @Nullable KeyedRequest request) {
        return log.append(decision, SealFixture.seal(decision), Set.of(), request);
    }

    static PostgresDecisionLog log(PostgresFixture postgres) {
        return log(postgres, Routes.NONE);
    }

    public static PostgresDecisionLog log(PostgresFixture postgres, Routes routes) {
        return new PostgresDecisionLog(postgres.database(), CODEC, routes, 1_000, Duration.ofMinutes(1), KEY_LIFETIME);
    }

    static PostgresDecisionLog log(DataSource database) {
        return new PostgresDecisionLog(database, CODEC, Routes.NONE, 1_000, Duration.ofMinutes(1), KEY_LIFETIME);
    }

    static PostgresDecisionLog log(PostgresFixture postgres, VerdictCodec codec) {
        return new PostgresDecisionLog(
                postgres.database(), codec, Routes.NONE, 1_000, Duration.ofMinutes(1), KEY_LIFETIME);
    }

    static Revision revision(int number) {
        return new Revision("sha256:" + String.format("%064x", number));
    }

    static PolicyFile file(String path, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return new PolicyFile(path, bytes);
    }

    /** Understands only a text that it wrote itself, to the last byte: written as no formatter would write it. */
    private static final class ExactCodec implements VerdictCodec {
        private final Map<String, Verdict> written = new ConcurrentHashMap<>();

        @Override
        public String encode(Verdict verdict) {
            return encode(verdict, "");
        }

        String encode(Verdict verdict, String text) {
            String json = "{ \"z\" :\t\"" + text + verdict.hashCode()
                    + " шешім қабылданды 🇰🇿\",\n\"a\":1.00 ,\"a\": 1e0}\n";
            written.put(json, verdict);
            return json;
        }

        @Override
        public String encodeSubmitted(Facts facts) {
            throw new UnsupportedOperationException("the log does not read applications");
        }

        @Override
        public Verdict decode(String json) {
            Verdict verdict = written.get(json);
            if (verdict == null) {
                throw new IllegalArgumentException("not what was written: " + json);
            }
            return verdict;
        }
    }
}
