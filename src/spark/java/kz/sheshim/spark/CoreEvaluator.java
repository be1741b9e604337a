package kz.sheshim.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.PolicyPair;
import kz.sheshim.bulk.RecordedApplications.Gone;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.StoredPolicies;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.workbook.Limits;

/**
 * Decides by the core of the service. Loaded by the class loader of the core, beside which there is no Spark.
 *
 * @param <R> the report
 */
final class CoreEvaluator<R> implements Evaluator {
    /** Number of decisions between two additions, as in the service. */
    private static final int AT_ONCE = 250;

    /** Revisions that stay compiled in a replay. */
    private static final int MAX_REVISIONS =
            Math.max(4, Runtime.getRuntime().availableProcessors());

    private static final PolicyCompiler COMPILER = PolicyTools.compiler(Limits.USUAL, null);
    private static final VerdictCodec CODEC = new JacksonVerdictCodec();

    private final Class<R> type;
    private final BiFunction<List<Recorded>, List<Gone>, R> report;
    private final BinaryOperator<R> sum;
    private final Function<R, Map<String, Object>> json;
    private final Predicate<R> clean;

    private CoreEvaluator(
            Class<R> type,
            BiFunction<List<Recorded>, List<Gone>, R> report,
            BinaryOperator<R> sum,
            Function<R, Map<String, Object>> json,
            Predicate<R> clean) {
        this.type = type;
        this.report = report;
        this.sum = sum;
        this.json = json;
        this.clean = clean;
    }

    /** A policy is read and compiled when it is needed first. */
    static Evaluator of(Assignment assignment) {
        if (assignment.before() == null) {
            BulkReplay.Policies policies =
                    new StoredPolicies(revision -> files(assignment, revision.value()), COMPILER, MAX_REVISIONS);
            return new CoreEvaluator<>(
                    BulkReplay.Report.class,
                    (part, gone) -> BulkReplay.of(part, gone, policies, CODEC),
                    BulkReplay.Report::plus,
                    CoreEvaluator::json,
                    BulkReplay.Report::isClean);
        }
        PolicyPair policies =
                new PolicyPair(policy(assignment, assignment.before()), policy(assignment, assignment.after()));
        return new CoreEvaluator<>(
                Impact.class,
                (part, gone) -> ImpactRun.of(part, policies, CODEC),
                CoreEvaluator::sum,
                Impact::json,
                impact -> true);
    }

    /** @param name a stored revision; any other name is that of a draft, whose revision nobody has stored */
    private static DecidingPolicy policy(Assignment assignment, String name) {
        List<PolicyFile> files = files(assignment, name)
                .orElseThrow(() -> new IllegalArgumentException("no files of the revision " + name));
        Ruleset ruleset = Revision.isRevision(name)
                ? COMPILER.stored(new Revision(name), files, sheet -> {})
                : COMPILER.reader()
                        .read(files, finding -> {})
                        .orElseThrow(() -> new IllegalArgumentException("the revision " + name + " cannot be read"));
        return COMPILER.compileLater(ruleset);
    }

    private static Optional<List<PolicyFile>> files(Assignment assignment, String name) {
        return Optional.ofNullable(assignment.revisions().get(name)).map(files -> files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> new PolicyFile(file.getKey(), file.getValue()))
                .toList());
    }

    private static Impact sum(Impact one, Impact other) {
        one.add(other);
        return one;
    }

    private static Map<String, Object> json(BulkReplay.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("replayed", report.replayed());
        json.put("different", report.different());
        json.put("erased", report.erased());
        json.put("missing", report.missing());
        json.put("mismatches", report.mismatches().stream().map(CoreEvaluator::json).toList());
        return json;
    }

    private static Map<String, Object> json(BulkReplay.Mismatch mismatch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entry", mismatch.entry());
        json.put("decision", mismatch.decision().toString());
        json.put("why", mismatch.why().toString());
        return json;
    }

    @Override
    public byte[] report(Iterator<Decision> decisions) {
        R all = inTheCore(() -> report.apply(List.of(), List.of()));
        // Spark reads while it is asked for the next one, and needs its own class loader for that
        while (decisions.hasNext()) {
            List<Recorded> part = new ArrayList<>(AT_ONCE);
            List<Gone> gone = new ArrayList<>();
            while (part.size() + gone.size() < AT_ONCE && decisions.hasNext()) {
                Decision decision = decisions.next();
                DecisionId id = new DecisionId(UUID.fromString(decision.id()));
                if (decision.received() == null) {
                    gone.add(new Gone(decision.entry(), id, decision.erased()));
                } else {
                    part.add(new Recorded(
                            decision.entry(), id, new Revision(decision.revision()), decision.received(), decision.verdict()));
                }
            }
            R before = all;
            all = inTheCore(() -> sum.apply(before, report.apply(part, gone)));
        }
        R whole = all;
        return inTheCore(() -> write(whole));
    }

    @Override
    public byte[] sum(byte[] one, byte[] other) {
        return inTheCore(() -> write(sum.apply(read(one), read(other))));
    }

    @Override
    public String json(byte[] bytes) {
        return inTheCore(() -> JacksonWriter.write(json.apply(read(bytes))));
    }

    @Override
    public boolean isClean(byte[] bytes) {
        return inTheCore(() -> clean.test(read(bytes)));
    }

    private byte[] write(R written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        return bytes.toByteArray();
    }

    private R read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return type.cast(in.readObject());
        }
    }

    private interface Step<T> {
        T take() throws IOException, ClassNotFoundException;
    }

    /** Drools finds its parts by the class loader of the thread, in every thread. */
    private static <T> T inTheCore(Step<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader ofSpark = thread.getContextClassLoader();
        thread.setContextClassLoader(CoreEvaluator.class.getClassLoader());
        try {
            return step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a report of another version", e);
        } finally {
            thread.setContextClassLoader(ofSpark);
        }
    }
}
