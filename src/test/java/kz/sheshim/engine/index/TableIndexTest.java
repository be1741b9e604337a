package kz.sheshim.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.engine.RowsFixture;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds of any table the rows that reading every row finds. */
class TableIndexTest {
    private static final Label LABEL = Label.same("x");
    private static final int FACTS = Integer.getInteger("sheshim.tables", 60);
    private static final CodeList LETTERS = letters();
    private static final FieldPath DAY = path("case.day");
    private static final Map<FieldPath, FieldType> FIELDS = fields();
    private static final Vocabulary VOCABULARY = vocabulary();

    private static FieldPath path(String text) {
        return FieldPath.parse(text).orElseThrow();
    }

    private static CodeList letters() {
        Map<String, Label> codes = new LinkedHashMap<>();
        Stream.of("a", "b", "c", "d").forEach(code -> codes.put(code, LABEL));
        return new CodeList("letter", codes);
    }

    private static Map<FieldPath, FieldType> fields() {
        Map<FieldPath, FieldType> fields = new LinkedHashMap<>();
        fields.put(DAY, new FieldType.Date());
        fields.put(path("case.letter"), new FieldType.Code(LETTERS));
        fields.put(path("case.letters"), new FieldType.Codes(LETTERS));
        fields.put(path("case.count"), new FieldType.Whole());
        fields.put(path("case.amount"), new FieldType.Decimal());
        fields.put(path("case.flag"), new FieldType.YesNo());
        fields.put(path("parts.letter"), new FieldType.Code(LETTERS));
        fields.put(path("parts.letters"), new FieldType.Codes(LETTERS));
        fields.put(path("parts.count"), new FieldType.Whole());
        return fields;
    }

    private static Vocabulary vocabulary() {
        List<Field> fields = new ArrayList<>();
        FIELDS.forEach((path, type) ->
                fields.add(new Field(path, type, new IfAbsent.NotKnown(), false, null, LABEL, false, false)));
        return new Vocabulary(
                List.of(new Entity("case", "Case", false, true, LABEL), new Entity("parts", "Part", true, true, LABEL)),
                fields,
                List.of(LETTERS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 63, 64, 65, 130, 1500})
    void findsWhatReadingEveryRowFinds(int rows) {
        for (int seed = 0; seed < (rows < 1000 ? 20 : 2); seed++) {
            Random random = new Random(1000L * rows + seed);
            DecisionTable table = table(rows, random.nextBoolean() ? "parts" : null, random);
            TableIndex index = new TableIndex(table, new FactLayout(VOCABULARY));
            Scratch scratch = new Scratch();
            for (int i = 0; i < FACTS / (rows < 1000 ? 1 : 3); i++) {
                Facts facts = facts(random);
                assertThat(CandidatesFixture.proposed(found -> index.propose(facts, scratch, found)))
                        .isEqualTo(RowsFixture.read(table, facts));
            }
        }
    }

    private static DecisionTable table(int rows, String forEach, Random random) {
        List<Rule> rules = new ArrayList<>();
        CellAddress address = new CellAddress("t.xlsx", "T", 0, 0);
        for (int row = 0; row < rows; row++) {
            List<FieldCondition> conditions = new ArrayList<>();
            for (FieldPath field : FIELDS.keySet()) {
                for (int times = random.nextInt(5) - 2; times > 0; times--) {
                    conditions.add(condition(field, forEach, random));
                }
            }
            Period period = random.nextInt(3) > 0
                    ? new Period(null, null)
                    : new Period(day(random), random.nextBoolean() ? null : day(random));
            rules.add(new Rule(new RuleId("t", "R" + row), period, conditions, new Conclusion.OfAction("do"), address));
        }
        return new DecisionTable(
                "t", "t", HitPolicy.COLLECT, forEach, ConclusionKind.ACTION, null, DAY, rules, address.ofSheet());
    }

    private static FieldCondition condition(FieldPath field, String forEach, Random random) {
        boolean many = field.entity().equals("parts");
        Scope scope =
                !many ? Scope.ONCE : forEach == null ? Scope.ALL : random.nextBoolean() ? Scope.ALL : Scope.INSTANCE;
        FieldType type = FIELDS.get(field);
        if (scope == Scope.ALL || type.list()) {
            Set<Object> values = values(type, random);
            return new FieldCondition(
                    field, scope, random.nextBoolean() ? new Condition.Includes(values) : new Condition.Lacks(values));
        }
        return new FieldCondition(
                field,
                scope,
                switch (random.nextInt(type.ordered() ? 8 : 4)) {
                    case 0 -> new Condition.OneOf(values(type, random));
                    case 1 -> new Condition.NoneOf(values(type, random));
                    case 2 -> new Condition.Missing();
                    case 3 -> new Condition.Present();
                    default -> between(type, random);
                });
    }

    private static Condition.Between.Bound bound(FieldType type, Random random, boolean included) {
        return new Condition.Between.Bound((Comparable<?>) value(type, random), included);
    }

    private static Condition between(FieldType type, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.Between(bound(type, random, random.nextBoolean()), null);
            case 1 -> new Condition.Between(null, bound(type, random, random.nextBoolean()));
            default -> new Condition.Between(bound(type, random, true), bound(type, random, true));
        };
    }

    private static Set<Object> values(FieldType type, Random random) {
        return random.nextBoolean()
                ? Set.of(value(type, random))
                : Set.copyOf(List.of(value(type, random), value(type, random)));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
    }

    private static Object value(FieldType type, Random random) {
        if (type instanceof FieldType.Date) {
            return day(random);
        }
        if (type instanceof FieldType.Whole) {
            return (long) random.nextInt(800);
        }
        if (type instanceof FieldType.Decimal) {
            return BigDecimal.valueOf(random.nextInt(400), 1).stripTrailingZeros();
        }
        if (type instanceof FieldType.YesNo) {
            return random.nextBoolean();
        }
        return List.of("a", "b", "c", "d").get(random.nextInt(4));
    }

    private static Facts facts(Random random) {
        Facts facts = new Facts(new FactLayout(VOCABULARY));
        facts.count("parts", random.nextInt(4));
        FIELDS.forEach((path, type) -> facts.paths(path).forEach(fact -> {
            int way = random.nextInt(8);
            if (way == 1) {
                facts.put(fact, Fact.ABSENT);
            } else if (way > 1) {
                facts.put(fact, new Fact.Known(type.list() ? List.copyOf(values(type, random)) : value(type, random)));
            }
        }));
        return facts;
    }
}
