package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An auditor saves the list of affected decisions from the command line. */
class PublicationsCommandTest {
    private static final String PROGRESS = """
            {"complete": false, "decisions": 3, "lookedAt": 17}""";

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(method -> PROGRESS);

    @TempDir
    private Path folder;

    @Test
    void listIsSavedWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("affected.json"), "a list that was saved before ".repeat(9));
        CommandFixture.Outcome outcome = service.run("publications affected 21", "--to", file.toString());

        assertThat(outcome.text()).contains("decisions: 3");
        assertThat(service.asked)
                .extracting(String::strip)
                .containsExactly(
                        "GET /api/v1/publications/21/affected", "GET /api/v1/publications/21/affected/progress");
        assertThat(file).hasContent(PROGRESS);
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void folderThatIsNotThereIsSaid() {
        Path nowhere = folder.resolve("nope");
        assertThat(service.run(
                        "publications affected 21",
                        "--to",
                        nowhere.resolve("a.csv").toString()))
                .isEqualTo(new CommandFixture.Outcome(2, "The folder " + nowhere + " does not exist.\n"));
    }

    @Test
    void entryThatIsNoNumberIsSaidInPlainWords() {
        assertThat(service.run("publications affected abc", "--to", "a.csv").text())
                .startsWith("Invalid value for positional parameter at index 0 (ENTRY): 'abc' is not a whole number\n");
    }

    @Test
    void serverThatIsNoAddressIsSaidInPlainWords() {
        for (String address : new String[] {"localhost:8080", "a b", "ftp://localhost", "http://", ""}) {
            assertThat(CommandFixture.run("publications", "list", "--server", address)
                            .text())
                    .startsWith("Invalid value for option '--server': '" + address
                            + "' is not the address of a service, such as http://localhost:8080\n");
        }
    }
}
