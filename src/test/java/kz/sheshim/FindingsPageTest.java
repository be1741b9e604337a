package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.RevisionMismatch;
import kz.sheshim.finding.scenario.EnginesDisagree;
import kz.sheshim.finding.scenario.UnexercisedRule;
import kz.sheshim.finding.table.NotAnalysed;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** Makes src/docs/findings.md of the classes of defects and their bad workbooks, and compares it with the page in the repository. */
class FindingsPageTest {
    private static final Path PAGE = Path.of("src/docs/findings.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final String WRITE = "sheshim.findings.write";

    /** The packages of defects and the headings of their sections. */
    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("file", "Files and sheets");
        SECTIONS.put("cell", "Cells");
        SECTIONS.put("name", "Names");
        SECTIONS.put("table", "Decision tables");
        SECTIONS.put("scenario", "Scenarios");
    }

    /** Those that no small workbook has. */
    private static final List<Defect> EXAMPLES = List.of(
            new RevisionMismatch("sha256:…"),
            new NotAnalysed("age", Phrase.of("there are gaps, overlaps or rules that never count")),
            new EnginesDisagree("adult"),
            new UnexercisedRule());

    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*public record", Pattern.DOTALL);
    private static final Pattern SEE = Pattern.compile("@see (kz\\.sheshim\\.[\\w.]+)");

    @Test
    void pageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("src/docs/findings.md is made of the defects; write it anew: mvn test -Dtest=FindingsPageTest -D"
                        + WRITE + "=true")
                .isEqualTo(page);
    }

    @Test
    void everyDefectSaysWhereItIsFound() throws IOException {
        for (String section : SECTIONS.keySet()) {
            for (Path source : sources(section)) {
                List<String> found = SEE.matcher(doc(source))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(found).as("@see of " + source).isNotEmpty();
                assertThat(found)
                        .as("@see of " + source)
                        .allMatch(name -> Files.exists(SOURCES.resolve(name.replace('.', '/') + ".java")));
            }
        }
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Findings

                What `check` can find in the workbooks and rule files of a policy.
                An *error* keeps the policy from being put in force, a *warning* does not.
                The codes are stable: programs that read `check --json` can rely on them.

                `FindingsPageTest` makes this page of the classes in `kz.sheshim.finding` and of the bad workbooks in `src/test/resources/tables/bad`.
                *Wrong* is the cell of the bad workbook, *right* the same cell of the good one.
                """);
        for (Map.Entry<String, String> section : SECTIONS.entrySet()) {
            page.append("\n## ").append(section.getValue()).append("\n");
            for (Path source : sources(section.getKey())) {
                page.append(entry(source));
            }
        }
        return page.toString();
    }

    private static List<Path> sources(String section) throws IOException {
        try (Stream<Path> files =
                Files.list(SOURCES.resolve("kz/sheshim/finding").resolve(section))) {
            return files.filter(FindingsPageTest::isRecord)
                    .sorted(Comparator.comparing(FindingsPageTest::code))
                    .toList();
        }
    }

    private static boolean isRecord(Path source) {
        try {
            return Files.readString(source).contains("public record ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String code(Path source) {
        return source.getFileName()
                .toString()
                .replace(".java", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String doc(Path source) throws IOException {
        Matcher doc = DOC.matcher(Files.readString(source));
        assertThat(doc.find()).as("a comment on the record of " + source).isTrue();
        return doc.group(1).replaceAll("\\n *\\* ?", "\n").strip();
    }

    private static String entry(Path source) throws IOException {
        String code = code(source);
        Optional<Finding> found = found(code);
        Defect defect = found.map(Finding::defect)
                .or(() -> EXAMPLES.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("no example of " + code));
        StringBuilder entry = new StringBuilder("\n### `" + code + "`\n\n");
        entry.append(defect.severity().name().charAt(0))
                .append(defect.severity().name().substring(1).toLowerCase(Locale.ROOT))
                .append(". ")
                .append(doc(source).split("\n\n")[0].replace('\n', ' '))
                .append("\n\n");
        found.ifPresent(finding -> entry.append(where(code, finding)));
        entry.append("> ")
                .append(defect.wrong())
                .append("\n> *")
                .append(defect.advice())
                .append("*\n");
        return entry.toString();
    }

    private static Optional<Finding> found(String code) {
        Path folder = TABLES.resolve("bad").resolve(code);
        return !Files.exists(folder)
                ? Optional.empty()
                : new SmallPolicyFixture()
                        .with(folder).check().findings().stream()
                                .filter(finding -> finding.defect().code().equals(code))
                                .findFirst();
    }

    private static String where(String code, Finding finding) {
        String where = "- Where: " + finding.address() + "\n";
        if (finding.address() instanceof CellAddress cell) {
            Optional<Cell> wrong = cell(TABLES.resolve("bad").resolve(code), cell);
            Optional<Cell> right = cell(TABLES.resolve("good"), cell);
            if (wrong.map(Cell::readable).orElse(true)) {
                where += "- Wrong: " + shown(wrong) + "\n";
            }
            if (right.isPresent() && !right.map(Cell::text).equals(wrong.map(Cell::text))) {
                where += "- Right: " + shown(right) + "\n";
            }
        }
        return where + "\n";
    }

    private static Optional<Cell> cell(Path folder, CellAddress address) {
        Path file = folder.resolve(address.file());
        try {
            return !Files.exists(file)
                    ? Optional.empty()
                    : new XlsxReader()
                                    .read(
                                            address.file(),
                                            Files.readAllBytes(file),
                                            Limits.USUAL.allowance(),
                                            finding -> {})
                                    .stream()
                                    .filter(sheet -> sheet.name().equals(address.sheet()))
                                    .findFirst()
                                    .flatMap(sheet -> sheet.row(address.row()).cell(address.column()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String shown(Optional<Cell> cell) {
        return cell.map(each -> "`" + each.text() + "`").orElse("a blank cell");
    }
}
