package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.log.tree.SignatureType;
import kz.sheshim.log.tree.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessCommandTest {
    private static final String LOG = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String listen, String name, String log) {
        return CommandWiring.commandLine(Clock.systemUTC())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("witness", "--listen", listen, "--state", folder.toString(), "--name", name, "--log", log);
    }

    /** Starts the command, waits until it answers, ends it, and returns its public key. */
    private VerifierKey start() throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread command = new Thread(() -> exit.complete(run("127.0.0.1:0", "audit.example/w", LOG)));
        command.start();
        while (!out.toString().contains("It answers at http://127.0.0.1:") && !exit.isDone()) {
            Thread.sleep(20);
        }
        command.interrupt();
        assertThat(exit.get()).as(err.toString()).isZero();
        Matcher matcher = Pattern.compile("Public key of this witness: (\\S+)").matcher(out.toString());
        assertThat(matcher.find()).isTrue();
        out.getBuffer().setLength(0);
        return VerifierKey.parse(matcher.group(1));
    }

    @Test
    void theKeyIsMadeAtTheFirstStartAndKept() throws Exception {
        VerifierKey key = start();
        assertThat(key.name()).isEqualTo("audit.example/w");
        assertThat(key.type()).isEqualTo(SignatureType.COSIGNATURE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
                .isEqualTo("rw-------");
        assertThat(start()).isEqualTo(key);
    }

    @Test
    void whatCannotRunIsSaid() throws Exception {
        assertThat(run("127.0.0.1:0", "audit.example/w", LOG + "x")).isEqualTo(2);
        assertThat(run("8100", "audit.example/w", LOG)).isEqualTo(2);
        assertThat(run("127.0.0.1:99999", "audit.example/w", LOG)).isEqualTo(2);
        assertThat(run("127.0.0.1:0", "two words", LOG)).isEqualTo(2);
        Files.writeString(folder.resolve("key.pem"), "no key");
        assertThat(run("127.0.0.1:0", "audit.example/w", LOG)).isEqualTo(2);
        assertThat(err.toString())
                .contains("the third part of a verifier key must be standard Base64")
                .contains("--listen has the form HOST:PORT, not 8100")
                .contains("the name of a key must have no spaces")
                .contains("has no Ed25519 private key");
    }
}
