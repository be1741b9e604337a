package kz.sheshim.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class MisuseTest {
    @Command(name = "step")
    private static final class Step {
        @Parameters(paramLabel = "REVISION")
        private String revision = "";

        @Option(names = "--reason")
        private String reason = "";

        @Option(names = {"--submitter", "--owner"})
        private String submitter = "";
    }

    private static String said(String refusal) {
        return Misuse.byOption(refusal, CommandSpec.forAnnotatedObject(new Step()));
    }

    @Test
    void memberOfARequestIsSaidAsItsOption() {
        assertThat(said("text is missing. [bad-parameter]")).isEqualTo("--reason is missing. [bad-parameter]");
        assertThat(said("reason is missing. [bad-parameter]")).isEqualTo("--reason is missing. [bad-parameter]");
        assertThat(said("owner is missing. [bad-parameter]")).isEqualTo("--submitter is missing. [bad-parameter]");
        assertThat(said("revision is missing. [bad-parameter]")).isEqualTo("REVISION is missing. [bad-parameter]");
    }

    @Test
    void allElseStaysAsItIs() {
        for (String other : new String[] {
            "at must be a moment. [bad-parameter]", "reason", "", "text of a law is in force. [draft-state]"
        }) {
            assertThat(said(other)).isEqualTo(other);
        }
    }
}
