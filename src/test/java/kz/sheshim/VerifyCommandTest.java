package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.sheshim.CommandFixture.Outcome;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.decision.PersonalParts;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.policy.Revision;
import kz.sheshim.proof.ProofFixture;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sheshim verify} with nothing but files. */
class VerifyCommandTest {
    private static final String KEY = ProofFixture.key().toString();
    private static final DecidingPolicy POLICY = ShippedPolicyFixture.POLICY;
    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    private static final byte[] APPLICATION =
            ApplicationsFixture.examples().findFirst().orElseThrow();
    private static final DecidingPolicy.Reading READ = POLICY.read(APPLICATION);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void prove() throws IOException {
        file = write(proof(POLICY.decide(READ.facts()), POLICY.revision()));
    }

    /** The proof that a service makes of the application; only the verdict may be one that the rules do not give. */
    private static LogProof proof(Verdict verdict, Revision revision) {
        return proof(
                verdict,
                revision,
                POLICY.applicationReference(READ.facts()),
                CODEC.encodeSubmitted(READ.facts()),
                POLICY.groundCells(verdict));
    }

    private static LogProof proof(
            Verdict verdict, Revision revision, String reference, String facts, List<String> groundCells) {
        return ProofFixture.proof(
                new Decision(
                        new DecisionId(new UUID(0x0199f3c200007000L, 0x8000000000000000L)),
                        new Submitter("front-office"),
                        reference,
                        Instant.parse("2026-11-20T05:15:00.123Z"),
                        revision,
                        "sheshim 0.1",
                        READ.text(),
                        facts,
                        verdict,
                        CODEC.encode(verdict),
                        groundCells),
                PersonalParts.of(READ.facts()));
    }

    private Path write(LogProof proof) throws IOException {
        return Files.write(folder.resolve("decision.tlog-proof"), proof.bytes());
    }

    private Outcome verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", file.toString()));
        arguments.addAll(List.of(more));
        return CommandFixture.run(arguments.toArray(String[]::new));
    }

    private static List<String> marks(Outcome outcome) {
        return outcome.text()
                .lines()
                .filter(line -> line.matches("( ok | -  |FAIL) .*"))
                .map(line -> line.substring(0, 4).strip())
                .toList();
    }

    @Test
    void eachStepIsALineAndAllHold() {
        Outcome outcome = verify("--key", KEY);
        assertThat(outcome.exit()).isZero();
        assertThat(marks(outcome)).containsExactly("ok", "ok", "ok", "ok", "-");
        assertThat(outcome.text())
                .contains(" ok   The file is a proof. It states:", "    revision " + POLICY.revision())
                .contains(" -    Not decided again: no files of the revision were given")
                .endsWith("The proof holds.\n");
    }

    @Test
    void applicationIsDecidedAgainByTheFilesOfTheRevision() {
        Outcome outcome = verify("--key", KEY, "--revision", ".");
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(marks(outcome)).containsExactly("ok", "ok", "ok", "ok", "ok");
        assertThat(outcome.text())
                .contains(" ok   Decided again by the files of the revision, the disclosed parts are the same");
    }

    /** The log itself has recorded what the rules do not give. Only who decides again finds it. */
    @Test
    void verdictThatTheRulesDoNotGiveDoesNotHold() throws IOException {
        Verdict given = POLICY.decide(READ.facts());
        Verdict forged = new Verdict(
                "granted-by-nobody",
                given.filedOn(),
                given.grounds(),
                given.missingFacts(),
                given.notices(),
                given.actions(),
                given.term(),
                given.due(),
                given.matched());
        write(proof(forged, POLICY.revision()));
        assertThat(verify("--key", KEY).exit()).isZero();
        Outcome outcome = verify("--key", KEY, "--revision", ".");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(marks(outcome)).containsExactly("ok", "ok", "ok", "ok", "FAIL");
        assertThat(outcome.text())
                .contains("these parts are others: outcome, verdict")
                .endsWith("THE PROOF DOES NOT HOLD.\n");
    }

    /** The log itself has recorded what was not read from the application, or has blamed other cells. */
    @Test
    void factsReferenceAndCellsThatTheApplicationDoesNotGiveDoNotHold() throws IOException {
        write(proof(
                POLICY.decide(READ.facts()),
                POLICY.revision(),
                "another",
                CODEC.encodeSubmitted(READ.facts()).replaceFirst("\\{", "{\"surplus\":1,"),
                List.of("acceptance.xlsx!Other!A1")));
        assertThat(verify("--key", KEY).exit()).isZero();
        Outcome outcome = verify("--key", KEY, "--revision", ".");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).contains("these parts are others: facts, groundCells, reference\n");
    }

    @Test
    void filesOfAnotherRevisionDecideNothing() throws IOException {
        write(proof(POLICY.decide(READ.facts()), new Revision("sha256:" + "0".repeat(64))));
        Outcome outcome = verify("--key", KEY, "--revision", ".");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).contains("FAIL  The files are another revision: " + POLICY.revision());
    }

    @Test
    void otherKeyDoesNotCount() {
        String other = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        Outcome outcome = verify("--key", other);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(marks(outcome)).containsExactly("ok", "ok", "ok", "FAIL", "-");
        assertThat(verify("--key", other, "--key", KEY).exit()).isZero();
        assertThat(verify("--key", KEY + "x").exit()).isEqualTo(2);
    }

    @Test
    void policyDemandsItsWitnesses() throws IOException {
        Path trust = folder.resolve("trust.policy");
        Files.writeString(trust, "log " + KEY + "\nquorum none\n");
        assertThat(verify("--trust", trust.toString()).exit()).isZero();
        Files.writeString(trust, "log " + KEY + "\nwitness court " + ProofFixture.witnessKey() + "\nquorum court\n");
        Outcome outcome = verify("--trust", trust.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).contains("FAIL  The checkpoint does not count: too few witnesses");
    }

    @Test
    void damagedFileDoesNotHold() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Outcome outcome = verify("--key", KEY, "--revision", ".");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(marks(outcome)).contains("FAIL");
        assertThat(outcome.text()).endsWith("THE PROOF DOES NOT HOLD.\n");
        Files.delete(file);
        assertThat(verify("--key", KEY).exit()).isEqualTo(2);
    }

    /** A process with these files, without a network: not even the one of its own machine. */
    @Test
    void nothingButTheFilesIsNeeded() throws IOException, InterruptedException {
        assumeTrue(new ProcessBuilder("unshare", "-rn", "true").start().waitFor() == 0, "there is no unshare");
        Path policy = Files.createDirectory(folder.resolve("policy"));
        for (String each : List.of("decision-tables", "rules")) {
            copy(Path.of(each), policy.resolve(each));
        }
        ProcessBuilder command = new ProcessBuilder(
                        "unshare",
                        "-rn",
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        "kz.sheshim.Main",
                        "verify",
                        "decision.tlog-proof",
                        "--key",
                        KEY,
                        "--revision",
                        "policy")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        command.environment().clear();
        command.environment().put("PATH", "/usr/bin:/bin");
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(marks(new Outcome(process.exitValue(), text)))
                .as(text)
                .containsExactly("ok", "ok", "ok", "ok", "ok");
        assertThat(process.exitValue()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
