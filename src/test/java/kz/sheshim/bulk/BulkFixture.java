package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.RecordedApplications.Gone;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.workbook.Limits;

/** Recorded applications around a limit of income, and the policy that decided them. */
final class BulkFixture {
    static final PolicyCompiler COMPILER = PolicyTools.compiler(Limits.USUAL, null);
    static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();

    /** All entries of a record here. */
    static final Range WHOLE = new Range(0, 1_000_000);

    private BulkFixture() {}

    /** The income of one head of household of two, in tenths: the limit is 1281.0, later 1281.6. */
    static String application(int tenths) {
        return """
                {"claim": {"number": "PS-%1$d", "receivedAt": "2026-11-03T10:00:00+04:00", "paidThisWinter": false},
                 "dwelling": {"fuel": "oil"},
                 "members": [{"kinship": "head", "birthDate": "1985-05-05", "income": %2$s},
                             {"kinship": "spouse", "birthDate": "1985-05-05", "income": 0}]}
                """
                .formatted(tenths, tenths / 10 + "." + tenths % 10);
    }

    static DecidingPolicy policy(List<PolicyFile> files) throws Exception {
        return COMPILER.compile(files);
    }

    static Recorded recorded(int entry, String application, DecidingPolicy policy) {
        String verdict = CODEC.encode(policy.decide(
                policy.read(application.getBytes(StandardCharsets.UTF_8)).facts()));
        return new Recorded(entry, new DecisionId(new UUID(0, entry)), policy.revision(), application, verdict);
    }

    /** Applications around the limit, with the verdicts of this policy. */
    static List<Recorded> applications(DecidingPolicy policy) {
        return new ArrayList<>(IntStream.rangeClosed(1, 600)
                .mapToObj(entry -> recorded(entry, application(12_810 + entry % 10), policy))
                .toList());
    }

    static RecordedApplications record(List<Recorded> all) {
        return record(all, List.of());
    }

    /** @param gone decisions whose case files are gone; their entries are before all others */
    static RecordedApplications record(List<Recorded> all, List<Gone> gone) {
        return new RecordedApplications() {
            @Override
            public Range range(Selection selection) {
                return new Range(0, all.isEmpty() ? 0 : all.get(all.size() - 1).entry());
            }

            @Override
            public int countAfter(long entry, int most) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Page page(Range range, Selection selection, int most, long mostBytes) {
                List<Recorded> page = all.stream()
                        .filter(each -> each.entry() > range.after() && each.entry() <= range.last())
                        .limit(most)
                        .toList();
                long last = page.isEmpty()
                        ? range.last()
                        : page.get(page.size() - 1).entry();
                return new Page(page, range.after() == 0 ? gone : List.of(), new Range(last, range.last()));
            }
        };
    }

    /** Replays all of them. */
    static BulkReplay.Report replay(RecordedApplications applications, BulkReplay.Policies policies, int threads)
            throws InterruptedException {
        return new BulkReplay(applications, CODEC, () -> policies, new Callers(), threads)
                .replay(
                        new BulkReplay.SoFar(applications.range(Selection.ALL), BulkReplay.Report.NONE),
                        Selection.ALL,
                        so -> {});
    }

    /** One policy for all revisions. */
    static BulkReplay.Policies by(DecidingPolicy policy) {
        return new BulkReplay.Policies() {
            @Override
            public <T> T with(Revision revision, Function<DecidingPolicy, T> work) {
                return work.apply(policy);
            }

            @Override
            public void close() {}
        };
    }
}
