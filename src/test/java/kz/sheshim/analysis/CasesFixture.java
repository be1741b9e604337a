package kz.sheshim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Vocabulary;

/** Random small tables, and every case that could tell their rules apart, one by one. */
public final class CasesFixture {
    private static final FactPath SOMETHING = new FactPath(new FieldPath("x", "something"), FactPath.ONCE);
    private static final SortedSet<FactPath> MISSING = new TreeSet<>(List.of(SOMETHING));

    private CasesFixture() {}

    /** The columns that tables are made of. */
    private enum Column {
        AGE("x.age", new FieldType.Whole(), new IfAbsent.None()),
        PRICE("x.price", new FieldType.Decimal(), new IfAbsent.Refuse()),
        CODE("x.code", new FieldType.Code(TableFixture.LETTERS), new IfAbsent.None()),
        FLAG("x.flag", new FieldType.YesNo(), new IfAbsent.NotKnown()),
        TEXT("x.text", new FieldType.Text(), new IfAbsent.None()),
        SCOPE("x.scope", new FieldType.Codes(TableFixture.LETTERS), new IfAbsent.NotKnown()),
        KIND("docs.kind", new FieldType.Code(TableFixture.LETTERS), new IfAbsent.NotKnown()),
        DAY("x.day", new FieldType.Date(), new IfAbsent.Refuse());

        private final String field;
        private final FieldType type;
        private final IfAbsent ifAbsent;

        Column(String field, FieldType type, IfAbsent ifAbsent) {
            this.field = field;
            this.type = type;
            this.ifAbsent = ifAbsent;
        }

        private String cell(Random random) {
            int a = random.nextInt(5);
            int b = a + random.nextInt(4);
            String[] letters = {"a", "b", "c", "a, b", "c, a", "b, c"};
            String some = letters[random.nextInt(letters.length)];
            int form = random.nextInt(7);
            if (form == 0) {
                return "";
            }
            return switch (this) {
                case AGE, PRICE -> number(form, a, b);
                case CODE, TEXT -> form == 1 ? "missing" : form == 2 ? "present" : form < 5 ? "not " + some : some;
                case FLAG -> form < 4 ? "yes" : "no";
                case SCOPE, KIND -> (form < 4 ? "includes " : "lacks ") + some;
                case DAY -> form < 3 ? ">= 2020-01-0" + (a + 1) : "2020-01-0" + (a + 1) + "..2020-01-0" + (b + 1);
            };
        }

        private String number(int form, int a, int b) {
            return switch (form) {
                case 1 -> "> " + a;
                case 2 -> "<= " + a;
                case 3 -> a + ".." + b;
                case 4 -> "not " + a;
                case 5 -> this == AGE ? "missing" : "< " + b;
                default -> a + (a == b ? "" : ", " + b);
            };
        }
    }

    /** A table of two to six rules over two or three columns and the period. */
    public static TableFixture table(Random random, HitPolicy policy) {
        TableFixture table = new TableFixture(policy);
        List<Column> columns = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (columns.size() < count) {
            Column column = Column.values()[random.nextInt(Column.values().length)];
            if (!columns.contains(column) || random.nextInt(4) == 0) {
                columns.add(column);
                table.column(column.field, column.type, column.ifAbsent);
            }
        }
        int rules = 2 + random.nextInt(5);
        for (int i = 0; i < rules; i++) {
            String from = random.nextInt(3) == 0 ? "2020-01-0" + (1 + random.nextInt(4)) : "";
            String until = random.nextInt(4) == 0 ? "2020-01-0" + (4 + random.nextInt(3)) : "";
            String[] cells = columns.stream().map(column -> column.cell(random)).toArray(String[]::new);
            table.dated(from, until, random.nextInt(3) == 0 ? "b" : "a", cells);
        }
        return table;
    }

    /** The table with a row dropped, moved or written twice, or its cells or conclusion taken from another. */
    public static TableFixture changed(TableFixture table, Random random) {
        List<Rule> rules = new ArrayList<>(table.table().rules());
        int row = random.nextInt(rules.size());
        Rule rule = rules.get(row);
        Rule other = rules.get(random.nextInt(rules.size()));
        switch (random.nextInt(5)) {
            case 0 -> rules.remove(row);
            case 1 -> Collections.swap(rules, row, random.nextInt(rules.size()));
            case 2 -> rules.add(rule);
            case 3 ->
                rules.set(
                        row,
                        new Rule(rule.id(), other.inForce(), rule.conditions(), rule.conclusion(), rule.address()));
            default ->
                rules.set(
                        row,
                        new Rule(rule.id(), rule.inForce(), rule.conditions(), other.conclusion(), rule.address()));
        }
        return table.with(rules);
    }

    /** Calls for each case over the fields that the tables read. */
    public static void each(Vocabulary vocabulary, SortedSet<FieldPath> fields, Consumer<Facts> consumer) {
        each(new Facts(new FactLayout(vocabulary)), List.copyOf(fields), 0, consumer);
    }

    private static void each(Facts facts, List<FieldPath> fields, int index, Consumer<Facts> consumer) {
        if (index == fields.size()) {
            consumer.accept(facts);
            return;
        }
        Field field = facts.vocabulary().field(fields.get(index)).orElseThrow();
        if (field.path().entity().equals("docs")) {
            for (int set = 0; set < 16; set++) {
                List<Fact> documents = documents(set);
                facts.count("docs", documents.size());
                for (int i = 0; i < documents.size(); i++) {
                    facts.put(new FactPath(field.path(), i), documents.get(i));
                }
                each(facts, fields, index + 1, consumer);
            }
            return;
        }
        for (Fact fact : facts(field)) {
            facts.put(new FactPath(field.path(), FactPath.ONCE), fact);
            each(facts, fields, index + 1, consumer);
        }
    }

    private static List<Fact> documents(int set) {
        List<Fact> documents = new ArrayList<>();
        letters(set).forEach(letter -> documents.add(new Fact.Known(letter)));
        if ((set & 8) != 0) {
            documents.add(new Fact.Unknown(MISSING));
        }
        return documents;
    }

    private static List<String> letters(int set) {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if ((set & 1 << i) != 0) {
                letters.add("abc".substring(i, i + 1));
            }
        }
        return letters;
    }

    private static List<Fact> facts(Field field) {
        List<Fact> facts = new ArrayList<>();
        if (field.type() instanceof FieldType.Date) {
            for (int day = 0; day < 10; day++) {
                facts.add(new Fact.Known(TableFixture.COVERED_FROM.plusDays(day)));
            }
            facts.add(new Fact.Known(LocalDate.of(9999, 12, 31)));
        } else if (field.type() instanceof FieldType.Whole) {
            for (long number = -1; number < 10; number++) {
                facts.add(new Fact.Known(number));
            }
        } else if (field.type() instanceof FieldType.Decimal) {
            for (int half = -1; half < 20; half++) {
                facts.add(new Fact.Known(BigDecimal.valueOf(half * 5L, 1).stripTrailingZeros()));
            }
        } else if (field.type() instanceof FieldType.YesNo) {
            facts.add(new Fact.Known(true));
            facts.add(new Fact.Known(false));
        } else if (field.type().list()) {
            for (int set = 0; set < 8; set++) {
                facts.add(new Fact.Known(letters(set)));
            }
        } else {
            letters(7).forEach(letter -> facts.add(new Fact.Known(letter)));
            if (field.type() instanceof FieldType.Text) {
                facts.add(new Fact.Known("something else"));
            }
        }
        if (field.ifAbsent() instanceof IfAbsent.None) {
            facts.add(Fact.ABSENT);
        }
        if (field.ifAbsent() instanceof IfAbsent.NotKnown) {
            facts.add(new Fact.Unknown(MISSING));
        }
        return facts;
    }
}
