package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Repeated;
import kz.sheshim.finding.file.RevisionMismatch;
import kz.sheshim.finding.scenario.EnginesDisagree;
import kz.sheshim.finding.scenario.UnexercisedRule;
import kz.sheshim.finding.table.NotAnalysed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each sort of defect in a workbook of its own, laid over a small good policy: {@code tables/bad/<code>/} holds the faulty file and, in expected.txt, all
 * that must be found, and nothing more.
 */
class BadWorkbooksTest {
    private static final Path BAD = Path.of("src/test/resources/tables/bad");
    /** The rest is not looked at: a line of the expected findings that ends them. */
    private static final String AND_MORE = "…";
    /** Found in what was kept of a revision, not in a folder; found in tables that are too hard for the effort allowed, of which none is small; found when the service itself is faulty; told under the code of another; told of a draft. */
    static final Set<Class<? extends Defect>> NOT_IN_WORKBOOKS = Set.of(
            RevisionMismatch.class, NotAnalysed.class, EnginesDisagree.class, Repeated.class, UnexercisedRule.class);

    static Stream<String> codes() throws IOException {
        try (Stream<Path> folders = Files.list(BAD)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static String line(Finding finding) {
        return finding.defect().severity().name().toLowerCase(Locale.ROOT) + " "
                + finding.defect().code() + " at "
                + finding.address() + (finding.rule() == null ? "" : " (rule " + finding.rule() + ")") + "\n    "
                + finding.defect().message();
    }

    @Test
    void smallPolicyHasNoFault() {
        assertThat(new SmallPolicyFixture().check().findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void findsTheDefectAndNothingElse(String code) throws IOException {
        Path folder = BAD.resolve(code);
        List<String> found = new SmallPolicyFixture()
                .with(folder).check().findings().stream()
                        .map(BadWorkbooksTest::line)
                        .toList();
        String expected = Files.readString(folder.resolve("expected.txt")).strip();
        String all = String.join("\n", found);
        if (expected.endsWith(AND_MORE)) {
            assertThat(all).startsWith(expected.substring(0, expected.length() - AND_MORE.length()));
        } else {
            assertThat(all).isEqualTo(expected);
        }
        assertThat(found).anyMatch(line -> line.contains(" " + code + " at "));
    }
}
