package kz.sheshim.publication;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.ForwardingSessionFixture;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.FaultyRuleFile;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Sheet;

/**
 * The shipped policy in versions that differ by a rule file with a comment only, and the ports around it in memory. A version compiles at once, since it
 * decides by the rule base that all tests share, but only while it is open.
 */
public final class PolicyInMemoryFixture {
    public static final String FAULTY = "FAULTY";
    public static final RulesetReader READER = new RulesetReader(new ReadOnce(), new DroolsNames());
    private static final List<PolicyFile> SHIPPED = new FolderPolicySource(Path.of("")).files();

    private PolicyInMemoryFixture() {}

    /** The files of a version; a version called {@link #FAULTY} does not compile. */
    public static List<PolicyFile> files(String version) {
        List<PolicyFile> files = new ArrayList<>(SHIPPED);
        String text = "package sheshim.rules\n\n// " + version + "\n";
        files.add(new PolicyFile("rules/version.drl", text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    public static Revision revision(List<PolicyFile> files) {
        return READER.read(files, finding -> {}).orElseThrow().revision();
    }

    /** A folder: its files and how often somebody read them. */
    public static final class Source implements PolicySource {
        final AtomicInteger reads = new AtomicInteger();
        private volatile List<PolicyFile> files;
        private volatile String stamp = "";
        private volatile UncheckedIOException failure;

        public Source(String version) {
            put(version);
        }

        public void put(String version) {
            put(version, PolicyInMemoryFixture.files(version));
        }

        /** Files before the stamp that announces them, as a file system has them. */
        public void put(String newStamp, List<PolicyFile> newFiles) {
            files = newFiles;
            failure = null;
            stamp = newStamp;
        }

        public void fail(String newStamp, UncheckedIOException newFailure) {
            failure = newFailure;
            stamp = newStamp;
        }

        @Override
        public List<PolicyFile> files() {
            reads.incrementAndGet();
            UncheckedIOException now = failure;
            if (now != null) {
                throw now;
            }
            return files;
        }

        @Override
        public Optional<byte[]> example() {
            return Optional.empty();
        }

        @Override
        public String stamp() {
            return stamp;
        }
    }

    /** Kept revisions, and how often each was given to keep. */
    public static class Store implements RevisionStore {
        final List<Stored> keeps = new CopyOnWriteArrayList<>();
        private final Map<Revision, List<PolicyFile>> kept = new ConcurrentHashMap<>();

        /** Keeps a version as if it had decided once. */
        public Revision holds(String version) {
            List<PolicyFile> files = PolicyInMemoryFixture.files(version);
            Revision revision = revision(files);
            kept.put(revision, files);
            return revision;
        }

        public void holds(Revision revision, List<PolicyFile> files) {
            kept.put(revision, files);
        }

        @Override
        public void store(Revision revision, List<PolicyFile> files, Instant at) {
            kept.putIfAbsent(revision, List.copyOf(files));
            keeps.add(new Stored(revision, at));
        }

        @Override
        public Optional<List<PolicyFile>> files(Revision revision) {
            return Optional.ofNullable(kept.get(revision));
        }

        @Override
        public List<Stored> list() {
            return List.copyOf(keeps);
        }
    }

    /** Makes rule bases that know whether they are open, and keeps all of them. */
    public static final class Compiler implements RuleCompiler {
        final List<Compiled> made = new CopyOnWriteArrayList<>();

        @Override
        public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
            if (ruleset.ruleFiles().getOrDefault("version.drl", "").contains(FAULTY)) {
                throw new FaultyRuleset(List.of(Finding.at(
                        new FileAddress("rules/version.drl"), new FaultyRuleFile(Phrase.of("{0}", "so it says.")))));
            }
            Compiled compiled = new Compiled(ruleset.revision());
            made.add(compiled);
            return compiled;
        }

        @Override
        public String text(Ruleset ruleset, DecisionTable table) {
            return "in memory";
        }

        /** This compiler; after the first time it says that it has begun, and waits until it may end. */
        RuleCompiler pausing(CountDownLatch begun, CountDownLatch mayEnd) {
            return new RuleCompiler() {
                @Override
                public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
                    if (!made.isEmpty()) {
                        begun.countDown();
                        try {
                            mayEnd.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return Compiler.this.compile(ruleset);
                }

                @Override
                public String text(Ruleset ruleset, DecisionTable table) {
                    return Compiler.this.text(ruleset, table);
                }

                @Override
                public String engine() {
                    return Compiler.this.engine();
                }
            };
        }

        /** This compiler behind the reader of the versions. */
        public PolicyCompiler policies() {
            return new PolicyCompiler(READER, this, new JacksonParser(), null);
        }

        @Override
        public String engine() {
            return "in memory";
        }

        public List<Compiled> open() {
            return made.stream().filter(compiled -> !compiled.closed.get()).toList();
        }
    }

    /** Decides like the shipped policy while it is open; afterwards every question fails. */
    public static final class Compiled implements RuleBase {
        final Revision revision;
        final AtomicBoolean closed = new AtomicBoolean();

        Compiled(Revision revision) {
            this.revision = revision;
        }

        private void mustBeOpen() {
            if (closed.get()) {
                throw new IllegalStateException("asked after it was closed: " + revision);
            }
        }

        @Override
        public Session open(Facts facts, Deadline deadline) {
            mustBeOpen();
            Session session = ShippedPolicyFixture.RULE_BASE.open(facts, deadline);
            return new ForwardingSessionFixture(session) {
                @Override
                public void confirm(DecisionTable table, Candidates candidates, int from, int to) {
                    mustBeOpen();
                    session.confirm(table, candidates, from, to);
                }

                @Override
                public Object[] derive(FactSlot derived) {
                    mustBeOpen();
                    return session.derive(derived);
                }
            };
        }

        @Override
        public void close() {
            if (closed.getAndSet(true)) {
                throw new IllegalStateException("closed twice: " + revision);
            }
        }
    }

    /** Reads each workbook once, however often its bytes come. */
    private static final class ReadOnce implements WorkbookReader {
        private final Map<PolicyFile, List<Sheet>> read = new ConcurrentHashMap<>();

        @Override
        public List<Sheet> read(String file, byte[] bytes, Allowance allowance, Consumer<Finding> findings) {
            return read.computeIfAbsent(
                    new PolicyFile(file, bytes), key -> new XlsxReader().read(file, bytes, allowance, findings));
        }
    }
}
