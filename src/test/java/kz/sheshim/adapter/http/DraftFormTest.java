package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.adapter.http.problem.FaultView;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFormTest {
    private static final String TYPE = "multipart/form-data; boundary=edge";
    private static final Limits LIMITS = new Limits(100, 150, 10, 10, 10, Duration.ofSeconds(1));

    private static String text(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String part, String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static DraftForm.Opening opening(String parts) {
        return whole(parts + "--edge--\r\n");
    }

    private static String header(String disposition) {
        return "--edge\r\nContent-Disposition: " + disposition + "\r\n\r\nx\r\n";
    }

    private static DraftForm.Opening whole(String body) {
        return DraftForm.opening(body.getBytes(StandardCharsets.UTF_8), TYPE, LIMITS);
    }

    private static List<String> faults(String parts) {
        try {
            opening(parts);
            return List.of();
        } catch (HttpProblem refused) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
            Object errors = refused.getParameters().get("errors");
            return errors == null
                    ? List.of(refused.getDetail())
                    : ((List<?>) errors)
                            .stream().map(each -> ((FaultView) each).message()).toList();
        }
    }

    @Test
    void partsAreTheChangesOfADraft() {
        DraftForm.Opening opening = opening(text("title", "Шектен тыс")
                + text("base", "sha256:" + "0".repeat(64))
                + text("remove", "old.xlsx")
                + text("remove", "decision-tables/older.xlsx")
                + text("rules", "true")
                + file("files", "grounds.xlsx", "one\r\n--edg")
                + file("files", "decision-tables/ә; b.xlsx", ""));
        assertThat(opening.title()).isEqualTo("Шектен тыс");
        assertThat(opening.base()).hasToString("sha256:" + "0".repeat(64));
        assertThat(opening.upload().withRules()).isTrue();
        assertThat(opening.upload().removed())
                .isEqualTo(Set.of("decision-tables/old.xlsx", "decision-tables/older.xlsx"));
        assertThat(opening.upload().files())
                .extracting(PolicyFile::path)
                .containsExactly("decision-tables/grounds.xlsx", "decision-tables/ә; b.xlsx");
        assertThat(opening.upload().files().get(0).bytes()).asString().isEqualTo("one\r\n--edg");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(faults(text("titel", "x")
                        + text("base", "main")
                        + text("base", "main")
                        + text("rules", "yes")
                        + text("files", "grounds.xlsx")
                        + file("remove", "a.xlsx", "x")
                        + file("files", "../a.xlsx", "x")
                        + file("files", "b.xlsx", "x")
                        + file("files", "decision-tables/b.xlsx", "x")
                        + file("files", "c.xlsx", "x".repeat(101))))
                .containsExactly(
                        "titel is unknown here. Known are: title, base, rules, remove, files.",
                        "files must be files, each with its name.",
                        "remove must be a text, not a file.",
                        "the file ../a.xlsx must be a workbook: decision-tables/NAME.xlsx.",
                        "the form must be without two files decision-tables/b.xlsx.",
                        "files must be smaller: at most 500 files, each of 100 bytes, together 150.",
                        "title is missing.",
                        "base must be there only once.",
                        "rules must be true or false.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.xlsx",
                "..\\a.xlsx",
                "/etc/a.xlsx",
                "C:\\a.xlsx",
                "rules/a.xlsx",
                "decision-tables/../a.xlsx",
                "decision-tables/decision-tables/a.xlsx",
                ".a.xlsx",
                "decision-tables/.a.xlsx",
                "~$a.xlsx",
                ".xlsx",
                "",
                "a",
                "a.xlsx.exe",
                "a.xlsm",
                "a\u0000.xlsx",
                "a\u202excel.xlsx",
                "rules/../a.drl"
            })
    void nameThatIsNoPlainWorkbookIsRefused(String name) {
        assertThat(faults(text("title", "x") + file("files", name, "x"))).hasSize(1);
    }

    @Test
    void allFilesTogetherHaveALimit() {
        assertThat(faults(text("title", "x")
                        + file("files", "a.xlsx", "x".repeat(80))
                        + file("files", "b.xlsx", "x".repeat(80))))
                .containsExactly("files must be smaller: at most 500 files, each of 100 bytes, together 150.");
    }

    @Test
    void formWithoutFilesNeedsAnotherChange() {
        assertThat(faults(text("title", "x"))).containsExactly("files must be one changed workbook (.xlsx) or more.");
        assertThat(faults(text("title", "x") + text("rules", "true"))).isEmpty();
        assertThat(faults(text("title", "x") + text("remove", "a.xlsx"))).isEmpty();
    }

    @Test
    void partsHaveALimit() {
        String many = IntStream.rangeClosed(1, 1_001)
                .mapToObj(number -> text("remove", number + ".xlsx"))
                .collect(Collectors.joining());
        assertThat(faults(many)).containsExactly("the body must be a form of at most 1000 parts.");
    }

    /** A file that is only partly there must not become a version without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=",
                "form-data; name=\"title",
                "form-data; name=title; filename=",
                "form-data; name=files; filename=\"a.xlsx",
                "form-data",
                "attachment; name=title",
                ""
            })
    void partWithoutAReadableNameIsRefused(String disposition) {
        assertThatThrownBy(() -> opening(header(disposition)))
                .isInstanceOfSatisfying(HttpProblem.class, refused -> assertThat(refused.getStatusCode())
                        .isEqualTo(400));
    }

    @Test
    void formThatStopsBeforeItsEndIsRefused() {
        String whole = text("title", "x") + file("files", "a.xlsx", "x".repeat(20)) + "--edge--";
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> whole(cut))
                    .isInstanceOfSatisfying(HttpProblem.class, refused -> assertThat(refused.getStatusCode())
                            .isEqualTo(400));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"})
    void formWithoutItsBoundaryIsRefused(String type) {
        byte[] body = (text("title", "x") + file("files", "a.xlsx", "x") + "--edge--").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DraftForm.opening(body, type, LIMITS)).isInstanceOf(HttpProblem.class);
    }
}
