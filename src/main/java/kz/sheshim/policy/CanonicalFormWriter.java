package kz.sheshim.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a policy as the texts of its {@link CanonicalForm}, each at its place. What is absent has no place. */
final class CanonicalFormWriter {
    private final SortedMap<CanonicalForm.Place, String> texts = new TreeMap<>();
    private final Map<CanonicalForm.Place, String> readable = new HashMap<>();
    private final Languages languages;

    /** @param languages those of the policy's texts */
    CanonicalFormWriter(Languages languages) {
        this.languages = languages;
    }

    CanonicalForm form() {
        return new CanonicalForm(texts, readable);
    }

    void put(@Nullable Object value, String... place) {
        if (value != null) {
            texts.put(CanonicalForm.Place.of(place), value.toString());
        }
    }

    /** A text that people are shown in another form. */
    private void putCell(String canonical, String forPeople, String... place) {
        put(canonical, place);
        if (!canonical.equals(forPeople)) {
            readable.put(CanonicalForm.Place.of(place), forPeople);
        }
    }

    void put(Label label, String... place) {
        for (Language language : languages.all()) {
            String[] parts = Arrays.copyOf(place, place.length);
            parts[place.length - 1] = language.column(parts[place.length - 1]);
            put(label.in(language), parts);
        }
    }

    void entity(Entity entity) {
        put(entity.type(), "entity", entity.name(), "type");
        put(entity.many() ? "many" : "once", "entity", entity.name(), "occurs");
        put(entity.label(), "entity", entity.name(), "label");
    }

    void codes(CodeList list) {
        list.codes().forEach((code, label) -> put(label, "code", list.name(), code, "label"));
    }

    void field(Field field) {
        String path = field.path().toString();
        put(field.type().name(), "field", path, "type");
        if (field.ifAbsent() instanceof IfAbsent.Means means) {
            putCell(means.canonical(), "means " + CellText.value(means.value()), "field", path, "if absent");
        } else {
            put(field.ifAbsent().canonical(), "field", path, "if absent");
        }
        put(field.derived(), "field", path, "derived");
        put(field.derivation() == null ? "" : field.derivation(), "field", path, "derived from");
        put(field.label(), "field", path, "label");
        put(field.mayChange(), "field", path, "may change");
        put(field.personal(), "field", path, "personal");
        bound(field.bounds().least(), path, "at least");
        bound(field.bounds().greatest(), path, "at most");
    }

    private void bound(Bounds.@Nullable Bound bound, String path, String which) {
        put(bound == null ? null : bound.text(), "field", path, which);
    }

    void catalogue(Catalogue catalogue) {
        catalogue.acts().forEach((code, act) -> {
            put(act.title(), "act", code, "title");
            put(act.wording(), "act", code, "wording");
            put(act.inForce().from(), "act", code, "in force from");
            put(act.inForce().until(), "act", code, "in force until");
            put(act.source(), "act", code, "source");
        });
        catalogue.places().forEach((place, text) -> put(text, "place", place.act(), place.code(), "text"));
        catalogue.grounds().forEach((code, ground) -> {
            put(ground.effect(), "ground", code, "effect");
            put(ground.text(), "ground", code, "text");
            put(ground.remedy(), "ground", code, "remedy");
        });
        catalogue.outcomes().forEach((code, outcome) -> {
            put(outcome.rank(), "outcome", code, "rank");
            put(outcome.reachedBy().canonical(), "outcome", code, "reached by");
            put(outcome.text(), "outcome", code, "text");
        });
        catalogue.notices().forEach((code, text) -> put(text, "notice", code, "text"));
        catalogue.actions().forEach((code, text) -> put(text, "action", code, "text"));
    }

    /** Their order counts: the first that fits is given when nobody asks for another. */
    void receipts(List<ReceiptForm> forms) {
        if (!forms.isEmpty()) {
            put(forms.stream().map(CanonicalFormWriter::name).collect(Collectors.joining(", ")), "receipts", "order");
            forms.forEach(this::receipt);
        }
    }

    private static String name(ReceiptForm form) {
        return form.inForce().unbounded() ? form.code() : form.code() + " " + form.inForce();
    }

    /** What stands in it is known by its place, written so that the order of texts is theirs. */
    private void receipt(ReceiptForm form) {
        String code = name(form);
        put(form.outcome(), "receipt", code, "outcome");
        put(form.action(), "receipt", code, "action");
        put(form.issuedBy(), "receipt", code, "issued by");
        put(form.title(), "receipt", code, "title");
        for (int i = 0; i < form.parts().size(); i++) {
            ReceiptPart part = form.parts().get(i);
            String number = String.format(Locale.ROOT, "%04d", i + 1);
            put(part.shows().word(), "receipt", code, number, "shows");
            put(part.of(), "receipt", code, number, "of");
            put(part.text(), "receipt", code, number, "text");
            put(part.inForce().from(), "receipt", code, number, "from");
            put(part.inForce().until(), "receipt", code, number, "until");
        }
    }

    void retention(Retention retention) {
        retention.rules().forEach((outcome, rule) -> {
            put(rule.length() + " " + rule.unit().written(), "retention", outcome, "kept for");
            put(rule.act(), "retention", outcome, "citation");
            put(rule.place(), "retention", outcome, "place");
        });
    }

    void table(DecisionTable table) {
        String id = table.id();
        put(table.title(), "table", id, "title");
        put(table.hitPolicy(), "table", id, "hit policy");
        put(table.forEach(), "table", id, "for each");
        put(table.gives(), "table", id, "gives");
        put(table.stage(), "table", id, "stage");
        put(table.datedBy(), "table", id, "dated by");
        if (table.hitPolicy() == HitPolicy.FIRST) {
            put(
                    table.rules().stream().map(rule -> rule.id().rule()).collect(Collectors.joining(", ")),
                    "table",
                    id,
                    "order");
        }
        table.rules().forEach(rule -> rule(id, rule));
    }

    private void rule(String table, Rule rule) {
        String id = rule.id().rule();
        put("", "table", table, "rule", id);
        put(rule.inForce().from(), "table", table, "rule", id, "from");
        put(rule.inForce().until(), "table", table, "rule", id, "until");
        Map<String, SortedMap<String, String>> conditions = new TreeMap<>();
        rule.conditions().forEach(condition -> conditions
                .computeIfAbsent(condition.field().toString(), field -> new TreeMap<>())
                .put(CanonicalCells.of(condition.condition()), CellText.of(condition.condition())));
        conditions.forEach((field, cells) -> {
            int number = 1;
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                String column = number == 1 ? field : field + " (" + number + ")";
                putCell(cell.getKey(), cell.getValue(), "table", table, "rule", id, column);
                number++;
            }
        });
        conclusion(rule.conclusion(), table, id);
    }

    private void conclusion(Conclusion conclusion, String table, String rule) {
        if (!conclusion.code().isEmpty()) {
            put(conclusion.code(), "table", table, "rule", rule, "→ code");
        }
        String number = "";
        for (Citation citation : conclusion.citations()) {
            put(citation.act(), "table", table, "rule", rule, "→ citation" + number);
            put(citation.place(), "table", table, "rule", rule, "→ place" + number);
            put(citation.status(), "table", table, "rule", rule, "→ status" + number);
            number = " 2";
        }
        if (conclusion instanceof Conclusion.OfTerm term) {
            put(
                    term.term().length(),
                    "table",
                    table,
                    "rule",
                    rule,
                    "→ " + term.term().unit().written());
            Term.OnDayOff onDayOff = term.term().onDayOff();
            put(onDayOff == null ? null : onDayOff.written(), "table", table, "rule", rule, "→ on a day off");
        } else if (conclusion instanceof Conclusion.OfFact fact) {
            String column = "→ " + fact.field();
            putCell(
                    CanonicalCells.value(fact.value()),
                    CellText.value(fact.value()),
                    "table",
                    table,
                    "rule",
                    rule,
                    column);
        }
        conclusion.subject().ifPresent(subject -> put(text(subject), "table", table, "rule", rule, "→ subject"));
    }

    private static String text(Conclusion.Subject subject) {
        return subject instanceof Conclusion.Subject.EachValueOf each
                ? each.field().toString()
                : subject.text();
    }
}
