package kz.sheshim.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import kz.sheshim.analysis.TableFixture;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help;

/** What people see while a check works. */
class ProgressLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ProgressLine progress(boolean terminal, boolean lines) {
        return new ProgressLine(
                new PrintWriter(out), new PrintWriter(err), Help.defaultColorScheme(Help.Ansi.OFF), terminal, lines);
    }

    private void twoPhases(boolean terminal, boolean lines) {
        try (ProgressLine progress = progress(terminal, lines)) {
            progress.begin("Reading");
            progress.found(List.of());
            progress.begin("Proving");
        }
    }

    @Test
    void programSeesNothing() {
        twoPhases(false, false);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void onATerminalTheLineIsGoneWhenAllIsDone() {
        twoPhases(true, false);
        assertThat(err.toString())
                .startsWith("Reading ...\r")
                .contains("\rProving ...\r")
                .endsWith("\r");
        assertThat(err.toString().substring(err.toString().lastIndexOf("...") + 3))
                .isBlank();
    }

    @Test
    void eachPhaseHasALineWithItsTimeWhenAskedFor() {
        twoPhases(false, true);
        assertThat(err.toString().lines()).hasSize(2).first().asString().matches("Reading: [0-9]+[.][0-9] s");
    }

    @Test
    void findingsOfLaterPhasesStandBelowTheFileThatTheyAreIn() {
        var address = new TableFixture(HitPolicy.COLLECT).table().address();
        Finding finding = Finding.at(address, new BlankCell(Phrase.of("{0}", "the id")));
        try (ProgressLine progress = progress(false, false)) {
            progress.found(List.of(finding));
            assertThat(out.toString()).startsWith(address.file() + "\n  error ");
            progress.found(List.of(finding));
        }
        assertThat(out.toString().split(address.file() + "\n", -1)).hasSize(2);
    }
}
