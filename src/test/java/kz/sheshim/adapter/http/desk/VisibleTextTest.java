package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
    private static final Pattern IN_FORM =
            Pattern.compile("value=\"(\\{[^\"]*)\"|<textarea[^>]*>(\\{[^<]*)</textarea>");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(?![#/])[^}]*}");

    /** Numbers, revisions, and ids that the service made. */
    private static final Pattern OWN = Pattern.compile(
            ".*\\b(number|number[.]value|search[.]last|revision|revision[.]get|done|days|count|each_count|copy|each|id|index)}");

    @Test
    void characterThatReversesTextsIsSeen() {
        assertThat(VisibleText.of("SC-BIDI-\u202Eabc")).isEqualTo("SC-BIDI-⟨U+202E⟩abc");
        assertThat(VisibleText.of("a\u2066b\u200Bc\u0000d\uFEFF")).isEqualTo("a⟨U+2066⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+FEFF⟩");
    }

    @Test
    void whatAPersonWritesStays() {
        String written = "Қазақстан\n\tم\u200Cن 👩\u200D⚖ <b>";
        assertThat(VisibleText.of(written)).isEqualTo(written);
    }

    /** What is sent back must be what came: a cell of a workbook, a reference that is searched for. */
    @Test
    void formsKeepTheirTexts() throws IOException {
        List<String> changed = new ArrayList<>();
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                IN_FORM.matcher(Files.readString(template)).results().forEach(input -> EXPRESSION
                        .matcher(input.group())
                        .results()
                        .filter(expression -> !expression.group().endsWith(".asIs}"))
                        .filter(expression -> !OWN.matcher(expression.group()).matches())
                        .forEach(expression -> changed.add(template.getFileName() + ": " + expression.group())));
            }
        }
        assertThat(changed).isEmpty();
    }
}
