package kz.sheshim.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.RuleId;
import kz.sheshim.workbook.Limits;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The small policy of the tests with one more table, of any number of rows: the notice for a region, one of two trades, a stretch of incomes whose bounds are others in every region, and a law that changes
 * for each of them on another day. Every application matches one row, in FIRST also the row {@code otherwise} behind all.
 */
final class GrowingTable {
    static final String TABLE = "tariffs";
    private static final int NOTICES = 10;
    private static final int INCOMES = 1_000_000;
    private static final LocalDate COVERED_FROM = LocalDate.of(2024, 1, 1);
    private static final Limits LIMITS =
            new Limits(100_000_000, 500_000_000, 5_000_000, 20_000, 20_000, Duration.ofMinutes(5));

    /** So many regions, pairs of trades and stretches of incomes; each is ruled twice, before and after a change of the law. */
    private record Shape(int regions, int pairs, int stretches) {
        static Shape of(int rows) {
            return switch (rows) {
                case 10 -> new Shape(5, 1, 1);
                case 100 -> new Shape(5, 5, 2);
                case 1_000 -> new Shape(10, 10, 5);
                case 10_000 -> new Shape(50, 10, 10);
                default -> throw new IllegalArgumentException("10, 100, 1000 or 10000 rows: " + rows);
            };
        }
    }

    /** A row, with the bounds included; open at the end before or after a change of the law. */
    private record Line(
            String id, int region, int pair, int least, int most, LocalDate changed, boolean before, String notice) {}

    /** An application with the rule and the notice that it must get. */
    record Case(Facts facts, String rule, String notice) {}

    private final List<Line> lines = new ArrayList<>();
    private final HitPolicy hitPolicy;
    private final Shape shape;
    private final Random random = new Random(20240325);
    private final Ruleset ruleset;

    GrowingTable(int rows, HitPolicy hitPolicy) {
        this.hitPolicy = hitPolicy;
        shape = Shape.of(rows);
        for (int region = 0; region < shape.regions; region++) {
            for (int pair = 0; pair < shape.pairs; pair++) {
                addLines(region, pair);
            }
        }
        if (lines.size() != rows) {
            throw new IllegalStateException(rows + " rows are meant, " + lines.size() + " were made");
        }
        EditedPolicyFixture policy = new EditedPolicyFixture(new SmallPolicyFixture().files())
                .edit("vocabulary.xlsx", this::addWords)
                .put("decision-tables/tariffs.xlsx", table());
        try {
            ruleset = new RulesetReader(new XlsxReader(), new DroolsNames(), LIMITS).read(policy.files());
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    Ruleset ruleset() {
        return ruleset;
    }

    private void addLines(int region, int pair) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, INCOMES));
        while (cuts.size() <= shape.stretches) {
            cuts.add(1 + random.nextInt(INCOMES - 1));
        }
        for (int least : cuts.headSet(INCOMES)) {
            int most = cuts.higher(least) - 1;
            LocalDate changed = COVERED_FROM.plusDays(200 + random.nextInt(600));
            for (boolean before : new boolean[] {true, false}) {
                int number = lines.size() + 1;
                lines.add(new Line(
                        "TA-" + number, region, pair, least, most, changed, before, "tariff-" + number % NOTICES));
            }
        }
    }

    private void addWords(XSSFWorkbook vocabulary) {
        XSSFSheet fields = vocabulary.getSheet("Fields");
        for (String field : List.of("region:code region", "trade:code trade", "income:integer")) {
            String[] named = field.split(":");
            append(fields, "applicant." + named[0], named[1], "refuse", "no", "", "x", "x", "x", "no", "no");
        }
        XSSFSheet codes = vocabulary.getSheet("Codes");
        for (int region = 0; region < shape.regions; region++) {
            append(codes, "region", "region-" + region, "x", "x", "x");
        }
        for (int trade = 0; trade < 2 * shape.pairs; trade++) {
            append(codes, "trade", "trade-" + trade, "x", "x", "x");
        }
        XSSFSheet notices = vocabulary.getSheet("Notices");
        for (int notice = 0; notice < NOTICES; notice++) {
            append(notices, "tariff-" + notice, "x", "x", "x");
        }
    }

    private byte[] table() {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Tariffs");
            append(sheet, "Table", TABLE);
            append(sheet, "Title", "Tariffs");
            append(sheet, "Hit policy", hitPolicy.name());
            append(sheet, "Gives", "notice");
            append(sheet);
            append(sheet);
            append(sheet, "Rule", "From", "Until", "Region", "Trade", "Income", "Notice");
            append(sheet, "", "", "", "applicant.region", "applicant.trade", "applicant.income", "→ code");
            for (Line line : lines) {
                append(
                        sheet,
                        line.id,
                        (line.before ? COVERED_FROM : line.changed).toString(),
                        line.before ? line.changed.minusDays(1).toString() : "",
                        "region-" + line.region,
                        "trade-" + 2 * line.pair + ", trade-" + (2 * line.pair + 1),
                        line.least + ".." + line.most,
                        line.notice);
            }
            if (hitPolicy == HitPolicy.FIRST) {
                append(sheet, "TA-otherwise", "", "", "otherwise", "", "", "by-portal");
            }
            book.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(XSSFSheet sheet, String... texts) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                row.createCell(column).setCellValue(texts[column]);
            }
        }
    }

    /** So many applications, each for a row drawn by lot. */
    List<Case> cases(int number) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            cases.add(caseOf(lines.get(random.nextInt(lines.size()))));
        }
        return cases;
    }

    private Case caseOf(Line line) {
        LocalDate filedOn = line.before
                ? line.changed.minusDays(1 + random.nextInt(200))
                : line.changed.plusDays(random.nextInt(200));
        ApplicationReader.Reading reading = new ApplicationReader(new FactLayout(ruleset.vocabulary()), 100)
                .read(Map.of(
                        "application",
                        Map.of("filedOn", filedOn.toString(), "reference", line.id, "channel", "office"),
                        "applicant",
                        Map.of(
                                "age",
                                BigDecimal.valueOf(30),
                                "region",
                                "region-" + line.region,
                                "trade",
                                "trade-" + (2 * line.pair + random.nextInt(2)),
                                "income",
                                BigDecimal.valueOf(line.least + random.nextInt(line.most - line.least + 1))),
                        "documents",
                        List.of(Map.of("kind", "passport"))));
        if (!reading.faults().isEmpty()) {
            throw new IllegalStateException(reading.faults().toString());
        }
        return new Case(reading.facts(), new RuleId(TABLE, line.id).toString(), line.notice);
    }
}
