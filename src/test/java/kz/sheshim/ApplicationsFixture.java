package kz.sheshim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Vocabulary;

/** Many applications: those of examples.jsonl, and any number made from the vocabulary and the rows. */
public final class ApplicationsFixture {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Vocabulary VOCABULARY = ShippedPolicyFixture.RULESET.vocabulary();
    private static final List<LocalDate> BOUNDS = bounds();

    private ApplicationsFixture() {}

    public static List<JsonNode> exampleLines() {
        try (InputStream file = ApplicationsFixture.class.getResourceAsStream("/examples.jsonl")) {
            List<JsonNode> examples = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                examples.add(MAPPER.readTree(line));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stream<byte[]> examples() {
        return exampleLines().stream().map(line -> bytes(line.get("application")));
    }

    public static byte[] bytes(JsonNode application) {
        return application.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ApplicationReader.Reading read(byte[] application) {
        return new ApplicationReader(new FactLayout(VOCABULARY), 100)
                .read(new JacksonParser().parse(application).value());
    }

    public static Facts facts(byte[] application) {
        ApplicationReader.Reading reading = read(application);
        if (!reading.faults().isEmpty()) {
            throw new IllegalStateException(reading.faults().toString());
        }
        return reading.facts();
    }

    /** Codes that some row asks for, days around the bounds of rows, and often nothing at all; within the bounds of the fields. */
    public static byte[] generated(Random random) {
        byte[] made = anything(random);
        while (!read(made).faults().isEmpty()) {
            made = anything(random);
        }
        return made;
    }

    private static byte[] anything(Random random) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Entity entity : VOCABULARY.submittedEntities()) {
            if (entity.many()) {
                var list = json.putArray(entity.name());
                for (int i = random.nextInt(4); i > 0; i--) {
                    fill(list.addObject(), entity, random);
                }
            } else {
                fill(json.putObject(entity.name()), entity, random);
            }
        }
        return bytes(json);
    }

    private static void fill(ObjectNode object, Entity entity, Random random) {
        for (Field field : VOCABULARY.fields(entity)) {
            boolean needed = field.ifAbsent() instanceof IfAbsent.Refuse;
            if (!field.derived() && (needed || random.nextInt(4) > 0)) {
                put(object, field, random);
            }
        }
    }

    private static void put(ObjectNode object, Field field, Random random) {
        String name = field.path().field();
        FieldType type = field.type();
        if (type instanceof FieldType.Code code) {
            List<String> asked = asked(field);
            List<String> all = List.copyOf(code.codes().codes().keySet());
            List<String> from = asked.isEmpty() || random.nextInt(5) == 0 ? all : asked;
            object.put(name, from.get(random.nextInt(from.size())));
        } else if (type instanceof FieldType.YesNo) {
            object.put(name, random.nextBoolean());
        } else if (type instanceof FieldType.Date) {
            object.put(name, day(random).minusYears(random.nextInt(3) * 16L).toString());
        } else if (type instanceof FieldType.DateTime) {
            object.put(
                    name,
                    day(random) + "T" + (10 + random.nextInt(14)) + ":30:00" + (random.nextBoolean() ? "Z" : "+05:00"));
        } else {
            object.put(name, random.nextBoolean() ? "900101300017" : "1");
        }
    }

    private static LocalDate day(Random random) {
        return BOUNDS.get(random.nextInt(BOUNDS.size())).plusDays(random.nextInt(5) - 2);
    }

    private static List<String> asked(Field field) {
        Set<String> asked = new TreeSet<>();
        ShippedPolicyFixture.RULESET.tables().stream()
                .flatMap(table -> table.rules().stream())
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> condition.field().equals(field.path()))
                .forEach(condition -> {
                    if (condition.condition() instanceof Condition.OneOf oneOf) {
                        oneOf.values().forEach(value -> asked.add(value.toString()));
                    } else if (condition.condition() instanceof Condition.NoneOf noneOf) {
                        noneOf.values().forEach(value -> asked.add(value.toString()));
                    } else if (condition.condition() instanceof Condition.Lacks lacks) {
                        lacks.values().forEach(value -> asked.add(value.toString()));
                    }
                });
        return List.copyOf(asked);
    }

    private static List<LocalDate> bounds() {
        Set<LocalDate> bounds =
                new TreeSet<>(Set.of(ShippedPolicyFixture.RULESET.calendar().knownUntil()));
        ShippedPolicyFixture.RULESET.tables().stream()
                .flatMap(table -> table.rules().stream())
                .map(Rule::inForce)
                .forEach(period -> {
                    if (period.from() != null) {
                        bounds.add(period.from());
                    }
                    if (period.until() != null) {
                        bounds.add(period.until());
                    }
                });
        return List.copyOf(bounds);
    }
}
