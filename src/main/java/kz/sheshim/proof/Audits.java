package kz.sheshim.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.bulk.RunKind;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Audits of the whole record. One that was interrupted begins anew, since the tree is computed from the first entry on. */
public final class Audits implements RunKind<Audits.Question, AuditLog.Report> {
    private static final String TRUST = "trust";
    private static final String CHECKPOINT = "checkpoint";
    private static final String ENTRIES = "entries";
    private static final String IN_TREE = "inTree";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String FLAWS = "flaws";
    private static final String ENTRY = "entry";
    private static final String TEXT = "text";

    private final AuditLog log;

    /**
     * What the record is audited against.
     *
     * @param trust a policy (C2SP tlog-policy)
     * @param checkpoint one that was kept outside the database; null: none
     */
    public record Question(String trust, @Nullable String checkpoint) {
        /** By this key of the log, without witnesses. */
        public static Question by(VerifierKey log) {
            return new Question("log " + log + "\nquorum none\n", null);
        }

        /** @throws NotValid if it cannot be read */
        public TrustPolicy policy() {
            return TrustPolicy.parse(trust.getBytes(StandardCharsets.UTF_8));
        }

        /** @throws NotValid if it cannot be read */
        public @Nullable Note kept() {
            return checkpoint == null ? null : Note.parse(checkpoint);
        }
    }

    public Audits(AuditLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Map<String, Object> askedJson(Question asked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TRUST, asked.trust());
        if (asked.checkpoint() != null) {
            json.put(CHECKPOINT, asked.checkpoint());
        }
        return json;
    }

    @Override
    public Question asked(Map<?, ?> json) {
        return new Question(String.valueOf(json.get(TRUST)), (String) json.get(CHECKPOINT));
    }

    @Override
    public Map<String, Object> resultJson(AuditLog.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(ENTRIES, report.entries());
        json.put(IN_TREE, report.inTree());
        json.put(CHECKPOINTS, report.checkpoints());
        json.put(FLAWS, report.flaws().stream().map(Audits::json).toList());
        return json;
    }

    private static Map<String, Object> json(AuditLog.Flaw flaw) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (flaw.entry() != null) {
            json.put(ENTRY, flaw.entry());
        }
        flaw.phrase().putInto(json, TEXT);
        return json;
    }

    @Override
    public AuditLog.Report result(Map<?, ?> json) {
        List<AuditLog.Flaw> flaws = json.get(FLAWS) instanceof List<?> list
                ? list.stream().map(each -> flaw((Map<?, ?>) each)).toList()
                : List.of();
        return new AuditLog.Report(number(json, ENTRIES), number(json, IN_TREE), number(json, CHECKPOINTS), flaws);
    }

    private static AuditLog.Flaw flaw(Map<?, ?> json) {
        return new AuditLog.Flaw(json.containsKey(ENTRY) ? number(json, ENTRY) : null, Phrase.in(json, TEXT));
    }

    private static long number(Map<?, ?> json, String name) {
        return new BigDecimal(String.valueOf(json.get(name))).longValueExact();
    }

    @Override
    public AuditLog.Report run(Question asked, @Nullable Map<?, ?> mark, Progress progress) {
        return log.audit(asked.policy(), asked.kept(), (entries, last) -> progress.at(entries, last, () -> null));
    }
}
