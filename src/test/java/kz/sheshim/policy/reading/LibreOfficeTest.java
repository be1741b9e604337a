package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import org.junit.jupiter.api.Test;

/**
 * Workbooks that were opened and saved by LibreOffice mean the same. The pair is kept, the workbooks as they were and as LibreOffice saved them, so a change
 * of the law does not touch it.
 */
class LibreOfficeTest {
    private static final Path PAIR = Path.of("src/test/resources/tables/libreoffice");

    private static List<PolicyFile> files(String folder) {
        try (Stream<Path> paths = Files.list(PAIR.resolve(folder))) {
            List<PolicyFile> files = new ArrayList<>();
            for (Path path : paths.sorted().toList()) {
                files.add(new PolicyFile("decision-tables/" + path.getFileName(), Files.readAllBytes(path)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ruleset read(String folder) {
        List<Finding> findings = new ArrayList<>();
        Ruleset ruleset = new RulesetReader(new XlsxReader(), new DroolsNames())
                .read(files(folder), findings::add)
                .orElseThrow(() -> new AssertionError(findings));
        assertThat(findings)
                .as("the policy of that day had two sheets called Actions")
                .allMatch(finding -> finding.defect().code().equals("shared-sheet-name"));
        return ruleset;
    }

    @Test
    void savedWorkbooksAreTheSameRevision() {
        Ruleset original = read("original");
        Ruleset saved = read("saved");
        assertThat(PolicyDiff.between(original.meaning(), saved.meaning())).isEmpty();
        assertThat(saved.revision()).isEqualTo(original.revision());
        assertThat(original.tables()).hasSizeGreaterThan(30);
    }

    @Test
    void savedWorkbooksAreOtherBytes() {
        List<PolicyFile> original = files("original");
        List<PolicyFile> saved = files("saved");
        assertThat(saved).hasSameSizeAs(original).hasSizeGreaterThan(7);
        for (int i = 0; i < original.size(); i++) {
            assertThat(saved.get(i).path()).isEqualTo(original.get(i).path());
            assertThat(Arrays.equals(saved.get(i).bytes(), original.get(i).bytes()))
                    .isFalse();
        }
    }
}
