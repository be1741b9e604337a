package kz.sheshim.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.NotOfType;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads an application strictly against the vocabulary: nothing is skipped, nothing is guessed, and all faults are found at once.
 */
public final class ApplicationReader {

    /** The facts as far as they could be read, and every fault; the facts count only when there is none. */
    public record Reading(Facts facts, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Phrase LATER = Phrase.of("later");
    private static final Phrase EARLIER = Phrase.of("earlier");
    private static final Phrase MORE = Phrase.of("more");
    private static final Phrase LESS = Phrase.of("less");

    private final FactLayout layout;
    private final Vocabulary vocabulary;
    private final int maxInstances;

    /**
     * @param maxInstances maximum number of instances of an entity that occurs many times
     */
    public ApplicationReader(FactLayout layout, int maxInstances) {
        this.layout = layout;
        this.vocabulary = layout.vocabulary();
        this.maxInstances = maxInstances;
    }

    /**
     * @param json the content of the body: a Map of members, a List, a String, a Boolean, a BigDecimal or null
     */
    public Reading read(@Nullable Object json) {
        Facts facts = new Facts(layout);
        List<Fault> faults = new ArrayList<>();
        if (!(json instanceof Map<?, ?> members)) {
            faults.add(new Fault("$", Phrase.of("expected an object with the members {0}", entityNames()), null));
            return new Reading(facts, faults);
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            if (vocabulary.entity(name).filter(Entity::submitted).isEmpty()) {
                faults.add(new Fault(
                        child("$", name),
                        Phrase.of("unknown member; expected one of {0}", entityNames()),
                        Nearest.to(
                                        name,
                                        vocabulary.submittedEntities().stream()
                                                .map(Entity::name)
                                                .toList())
                                .orElse(null)));
            }
        }
        for (Entity entity : vocabulary.submittedEntities()) {
            Object value = members.get(entity.name());
            if (entity.many()) {
                readMany(entity, value, facts, faults);
            } else {
                readInstance(entity, value == null ? Map.of() : value, FactPath.ONCE, facts, faults);
            }
        }
        for (FactSlot slot : layout.bounded()) {
            facts.paths(slot.field().path()).forEach(path -> checkBounds(slot, path.index(), facts, faults));
        }
        return new Reading(facts, faults);
    }

    private void readMany(Entity entity, @Nullable Object value, Facts facts, List<Fault> faults) {
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> elements)) {
            faults.add(new Fault(path(entity, FactPath.ONCE), Phrase.of("expected a list of objects"), null));
            return;
        }
        if (elements.size() > maxInstances) {
            faults.add(new Fault(
                    path(entity, FactPath.ONCE),
                    Phrase.of("{0} elements; at most {1} are accepted", elements.size(), maxInstances),
                    null));
            return;
        }
        facts.count(entity.name(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            readInstance(entity, elements.get(i), i, facts, faults);
        }
    }

    private void readInstance(Entity entity, @Nullable Object value, int index, Facts facts, List<Fault> faults) {
        if (!(value instanceof Map<?, ?> members)) {
            faults.add(new Fault(path(entity, index), Phrase.of("expected an object"), null));
            return;
        }
        int before = faults.size();
        int known = 0;
        for (FactSlot slot : layout.submitted(entity)) {
            String name = slot.field().path().field();
            Object member = members.get(name);
            known += member != null || members.containsKey(name) ? 1 : 0;
            readField(entity, slot, member, index, facts, faults);
        }
        if (known < members.size()) {
            refuseOthers(entity, members, index, faults.subList(before, before));
        }
    }

    private void refuseOthers(Entity entity, Map<?, ?> members, int index, List<Fault> faults) {
        for (Object member : members.keySet()) {
            String name = (String) member;
            Field field = vocabulary.field(new FieldPath(entity.name(), name)).orElse(null);
            if (field == null) {
                faults.add(new Fault(
                        child(path(entity, index), name),
                        Phrase.of("unknown member of {0}", entity.name()),
                        Nearest.to(name, submittedNames(entity)).orElse(null)));
            } else if (field.derived()) {
                faults.add(new Fault(
                        child(path(entity, index), name),
                        Phrase.of("is derived by the service and cannot be given"),
                        null));
            }
        }
    }

    private static void readField(
            Entity entity, FactSlot slot, @Nullable Object value, int index, Facts facts, List<Fault> faults) {
        Field field = slot.field();
        if (value == null || "".equals(value)) {
            if (field.ifAbsent() instanceof IfAbsent.Refuse) {
                faults.add(new Fault(
                        path(entity, slot, index), Phrase.of("missing; an application is invalid without it"), null));
            }
            return;
        }
        try {
            facts.put(slot, index, new Fact.Known(field.type().read(value)));
        } catch (NotOfType e) {
            faults.add(new Fault(path(entity, slot, index), Phrase.of("is not {0}", e.expected()), e.nearest()));
        }
    }

    private void checkBounds(FactSlot slot, int index, Facts facts, List<Fault> faults) {
        if (facts.states(slot, index)) {
            Field field = slot.field();
            Object value = ((Fact.Known) facts.get(slot, index)).value();
            boolean date = value instanceof LocalDate;
            checkBound(field, index, field.bounds().least(), 1, date ? LATER : MORE, facts, value)
                    .or(() -> checkBound(
                            field, index, field.bounds().greatest(), -1, date ? EARLIER : LESS, facts, value))
                    .ifPresent(faults::add);
        }
    }

    /** @param side 1 for the least value, -1 for the greatest */
    private Optional<Fault> checkBound(
            Field field, int index, Bounds.@Nullable Bound bound, int side, Phrase beyond, Facts facts, Object value) {
        if (bound == null) {
            return Optional.empty();
        }
        Object limit = bound.value().<Object>map(each -> each).orElse(null);
        String text = bound.text();
        if (bound instanceof Bounds.Bound.OfField other) {
            FactSlot slot = layout.slot(other.field());
            int instance = slot.many() ? index : FactPath.ONCE;
            text = child(
                    FactPath.instance(child("$", other.field().entity()), instance),
                    other.field().field());
            Object said = facts.states(slot, instance) && facts.get(slot, instance) instanceof Fact.Known known
                    ? known.value()
                    : null;
            limit = said instanceof OffsetDateTime moment ? moment.toLocalDate() : said;
        }
        if (limit == null || side * compare(value, limit) >= 0) {
            return Optional.empty();
        }
        String path = child(
                FactPath.instance(child("$", field.path().entity()), index),
                field.path().field());
        return Optional.of(new Fault(path, Phrase.of("out of bounds; accepted is {0} or {1}", text, beyond), null));
    }

    /** Two dates, or two numbers, which may be a whole and a decimal one. */
    private static int compare(Object a, Object b) {
        return a instanceof LocalDate day && b instanceof LocalDate other
                ? day.compareTo(other)
                : new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }

    /** Only faults have their place written out. */
    private static String path(Entity entity, FactSlot slot, int index) {
        return child(path(entity, index), slot.field().path().field());
    }

    private static String path(Entity entity, int index) {
        return FactPath.instance(child("$", entity.name()), index);
    }

    private List<String> submittedNames(Entity entity) {
        return layout.submitted(entity).stream()
                .map(slot -> slot.field().path().field())
                .toList();
    }

    private String entityNames() {
        return vocabulary.submittedEntities().stream().map(Entity::name).collect(Collectors.joining(", "));
    }

    /** The path of a member, as RFC 9535 writes it. */
    public static String child(String path, String member) {
        if (PLAIN.matcher(member).matches()) {
            return path + "." + member;
        }
        StringBuilder quoted = new StringBuilder(path).append("['");
        member.codePoints().limit(200).forEach(c -> {
            if (c == '\'' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7f || Character.getType(c) == Character.SURROGATE) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append("']").toString();
    }
}
