package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An analyst uploads workbooks from the command line, and works on the draft. */
class ProposeCommandTest {
    private static final String DRAFT =
            """
            {"id": "d1", "title": "Five days", "state": "draft", "base": "sha256:1", "revision": "sha256:2"}""";

    private String answer = "{\"draft\": " + DRAFT + "}";

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(method -> answer);

    @TempDir
    private Path folder;

    private String workbook(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "any").toString();
    }

    private String answer(String severity) {
        return "{\"draft\": " + DRAFT + ", \"findings\": [{\"severity\": \"" + severity
                + "\", \"place\": \"a.xlsx\", \"message\": \"It is so.\"}]}";
    }

    @Test
    void whatComesNextIsSaid() throws IOException {
        Outcome outcome = service.run("propose", workbook("a.xlsx"), "--title", "Five days");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                0,
                                """
                                draft d1: Five days
                                  state     draft
                                  base      sha256:1
                                  revision  sha256:2
                                  next      sheshim drafts dossier d1 shows what it does
                                            its author proposes it:
                                            sheshim drafts propose d1 --reason TEXT
                                """));
    }

    @Test
    void onlyAnErrorIsAnErrorInTheExitCode() throws IOException {
        String workbook = workbook("a.xlsx");
        answer = answer("warning");
        assertThat(service.run("propose", workbook, "--title", "x").text()).startsWith("a.xlsx: warning: It is so.\n");
        assertThat(service.run("propose", workbook, "--title", "x").exit()).isZero();
        assertThat(service.run("drafts rebase d1").exit()).isZero();
        answer = answer("error");
        assertThat(service.run("propose", workbook, "--title", "x").exit()).isOne();
        assertThat(service.run("drafts rebase d1").exit()).isOne();
    }

    @Test
    void whatCannotBeMeantIsToldAtOnceAndNothingIsUploaded() throws IOException {
        String one = workbook("x/a.xlsx");
        String other = workbook("y/a.xlsx");
        assertThat(service.run("propose").text())
                .startsWith(
                        """
                        Name the changed workbooks (FILE…), or a workbook to --remove.
                        --title is missing: say in a few words what changes.
                        """);
        assertThat(service.run("propose", one, other, "--title", "x").text())
                .startsWith(one + " and " + other + " have the same name: upload one of them.\n");
        assertThat(service.run("propose", one, "--draft", "d1", "--title", "new", "--base", "sha256:1")
                        .text())
                .startsWith(
                        """
                        --title is for a new draft: leave it out, because a draft keeps its title.
                        --base is for a new draft: leave it out, because a draft keeps its base until it is rebased.
                        """);
        assertThat(service.run("propose", one, "--title", "x", "--reason", " ").text())
                .startsWith("--reason is empty: say why, or leave it out to propose the draft later.\n");
        assertThat(service.asked).isEmpty();
    }

    /** It would be another address: the list of drafts, another call, or none. */
    @Test
    void idThatNothingCanHaveIsNeverPartOfAnAddress() throws IOException {
        String[] ids = {"a b", "../publications", "a?b", "a%2Fb", "ә", "d1/dossier", "."};
        for (String id : ids) {
            for (String[] command : new String[][] {
                {"drafts show", id},
                {"drafts dossier", id},
                {"drafts dossier", id, "--cancel"},
                {"drafts approve", id, "--revision", "sha256:2", "--reason", "x"},
                {"drafts reject", id, "--reason", "x"},
                {"drafts comment", id, "--text", "x"},
                {"drafts rebase", id},
                {"propose", "--draft", id, workbook("a.xlsx")}
            }) {
                String[] rest = java.util.Arrays.copyOfRange(command, 1, command.length);
                assertThat(service.run(command[0], rest)).isEqualTo(new Outcome(2, "There is no draft " + id + ".\n"));
            }
            assertThat(service.run("api-keys revoke", id)).isEqualTo(new Outcome(2, "There is no key " + id + ".\n"));
        }
        assertThat(service.run("drafts show", "")).isEqualTo(new Outcome(2, "There is no draft ''.\n"));
        assertThat(service.asked).isEmpty();
    }

    @Test
    void answerThatIsNoDraftIsNotShownAsOne() {
        answer = "{}";
        assertThat(service.run("drafts show d1").text()).endsWith(" is not the address of a Sheshim service\n");
        answer = "hello";
        for (String command :
                new String[] {"drafts list", "publications list", "api-keys list", "log resume", "replay --all"}) {
            assertThat(service.run(command).text()).endsWith(" is not the address of a Sheshim service\n");
        }
    }

    @Test
    void commandWithoutItsFirstWordIsKnown() {
        assertThat(service.run("approve d1", "--reason", "x"))
                .isEqualTo(new Outcome(2, "There is no command approve. Did you mean: sheshim drafts approve?\n"));
        assertThat(service.run("list").text())
                .contains("sheshim drafts list, or: ", "sheshim publications list", "sheshim api-keys list");
    }
}
