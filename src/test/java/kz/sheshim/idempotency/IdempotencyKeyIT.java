package kz.sheshim.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.sheshim.adapter.http.ImpatientProfile;
import org.junit.jupiter.api.Test;

/** The scenarios of idempotency-key.feature, on the service. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class IdempotencyKeyIT {
    private static final Path REPORT = Path.of("target/idempotency-key.txt");

    @Test
    void everyScenarioHolds() throws Exception {
        byte exitCode = Main.run(
                new String[] {
                    "--glue",
                    "kz.sheshim.idempotency",
                    "--plugin",
                    "pretty:" + REPORT,
                    "--monochrome",
                    "classpath:idempotency/idempotency-key.feature"
                },
                Thread.currentThread().getContextClassLoader());

        assertThat(exitCode).as(() -> report()).isZero();
        assertThat(report()).contains("Scenario: Request during processing");
    }

    private static String report() {
        try {
            return Files.readString(REPORT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
