package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.RowsFixture;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.CandidatesFixture.Candidate;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.FieldPath;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** Every sort of condition on every type of field, hostile texts included, means the same compiled and read in plain Java. */
class EveryConditionTest {
    private static final String HOSTILE = "\" ) eval( true ) then System.exit(1); end \\u0022 //";
    private static final Map<String, String> FIELDS = Map.of(
            "checks.note", "text",
            "checks.count", "integer",
            "checks.amount", "number",
            "checks.day", "date",
            "checks.flag", "yes/no",
            "checks.letters", "code script",
            "checks.alphabets", "list of script",
            "documents.count", "integer",
            "documents.alphabets", "list of script");
    private static final List<List<String>> CONDITIONS = List.of(
            List.of(
                    "checks.note",
                    "plain",
                    "not plain, other",
                    "missing",
                    "present",
                    HOSTILE,
                    "not " + HOSTILE,
                    "шешім"),
            List.of("checks.count", "7", "-7, 0", "not 7", ">= 0", "> 0", "< 0", "<= 0", "-1..1", "missing", "present"),
            List.of("checks.amount", "0.5", "not 0.5", ">= 0.5", "< 0.5", "-0.5..0.25", "missing"),
            List.of(
                    "checks.day",
                    "2024-02-29",
                    "not 2024-02-29",
                    ">= 2024-02-29",
                    "< 2024-02-29",
                    "2024-02-28..2024-03-01",
                    "present"),
            List.of("checks.flag", "yes", "no", "not yes", "missing"),
            List.of("checks.letters", "latin", "latin, cyrillic", "not latin", "missing"),
            List.of(
                    "checks.alphabets",
                    "includes latin",
                    "includes latin, other",
                    "lacks latin",
                    "lacks latin, cyrillic"),
            List.of("documents.count", "includes 7", "lacks 0, 7"),
            List.of("documents.alphabets", "includes latin", "lacks latin, other"));

    private static Ruleset ruleset() {
        EditedPolicyFixture policy = new EditedPolicyFixture();
        FIELDS.forEach((field, type) -> policy.field(field, type, "unknown"));
        return policy.edit("denial.xlsx", book -> {
                    XSSFSheet sheet = book.createSheet("Everything");
                    List<List<String>> rows = new ArrayList<>(List.of(
                            List.of("Table", "everything"),
                            List.of("Hit policy", "COLLECT"),
                            List.of("Gives", "action"),
                            List.of(),
                            List.of(),
                            List.of()));
                    List<String> heading = new ArrayList<>(List.of("Rule", "From", "Until"));
                    List<String> binding = new ArrayList<>(List.of("", "", ""));
                    CONDITIONS.forEach(column -> {
                        heading.add(column.get(0));
                        binding.add(column.get(0));
                    });
                    binding.add("→ code");
                    rows.add(heading);
                    rows.add(binding);
                    for (int column = 0; column < CONDITIONS.size(); column++) {
                        for (int i = 1; i < CONDITIONS.get(column).size(); i++) {
                            List<String> row = new ArrayList<>(List.of("R" + column + "." + i, "", ""));
                            for (int other = 0; other < CONDITIONS.size(); other++) {
                                row.add(other == column ? CONDITIONS.get(column).get(i) : "");
                            }
                            row.add("issue-receipt");
                            rows.add(row);
                        }
                    }
                    for (int number = 0; number < rows.size(); number++) {
                        var row = sheet.createRow(number);
                        for (int i = 0; i < rows.get(number).size(); i++) {
                            row.createCell(i).setCellValue(rows.get(number).get(i));
                        }
                    }
                })
                .read();
    }

    @Test
    void compiledRulesAndPlainReadingAgree() throws Exception {
        Ruleset ruleset = ruleset();
        DecisionTable table = ruleset.tables().stream()
                .filter(each -> each.id().equals("everything"))
                .findFirst()
                .orElseThrow();
        Random random = new Random(7);
        Set<Candidate> seen = new TreeSet<>(Comparator.comparing(Candidate::row).thenComparing(Candidate::holds));
        try (RuleBase compiled = new DroolsCompiler().compile(ruleset)) {
            for (int i = 0; i < 600; i++) {
                Facts facts = facts(ruleset, random);
                try (RuleBase.Session session = compiled.open(facts, Deadline.NONE)) {
                    List<Candidate> candidates = RowsFixture.compiled(ruleset, table, session, facts);
                    List<Candidate> plain = RowsFixture.read(table, facts);
                    assertThat(candidates).isEqualTo(plain);
                    seen.addAll(candidates);
                }
            }
        }
        assertThat(seen)
                .as("every rule was seen to hold and to be open")
                .hasSize(2 * table.rules().size());
    }

    private static Facts facts(Ruleset ruleset, Random random) {
        Facts facts = new Facts(new FactLayout(ruleset.vocabulary()));
        facts.count("documents", random.nextInt(3));
        FIELDS.forEach((name, type) -> {
            FieldPath field = FieldPath.parse(name).orElseThrow();
            facts.paths(field).forEach(path -> put(facts, path, type, random));
        });
        return facts;
    }

    private static void put(Facts facts, FactPath path, String type, Random random) {
        int way = random.nextInt(8);
        if (way == 0) {
            return;
        }
        facts.put(path, way == 1 ? Fact.ABSENT : new Fact.Known(value(type, random)));
    }

    private static Object value(String type, Random random) {
        List<String> codes = List.of("latin", "cyrillic", "other");
        return switch (type) {
            case "text" -> List.of("plain", "other", HOSTILE, "шешім", "x").get(random.nextInt(5));
            case "integer" -> List.of(-7L, -1L, 0L, 1L, 7L, 12L).get(random.nextInt(6));
            case "number" ->
                List.of(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("-3"))
                        .get(random.nextInt(3));
            case "date" -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5));
            case "yes/no" -> random.nextBoolean();
            case "code script" -> codes.get(random.nextInt(3));
            default -> codes.subList(random.nextInt(3), 3);
        };
    }
}
