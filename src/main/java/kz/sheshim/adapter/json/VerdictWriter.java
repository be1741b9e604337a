package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.sheshim.json.StoredVerdict;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Writes a verdict in the form {@link StoredVerdict}, member by member. Each recorded and each replayed decision is written, and to make the objects of that form
 * and let Jackson ask them for their members takes twice as long.
 */
final class VerdictWriter {
    private final JsonGenerator json;

    VerdictWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Stored verdicts are compared byte for byte, so the members and their order MUST NOT change. */
    void write(Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("outcome", verdict.outcome());
        json.writeStringField("filedOn", verdict.filedOn().toString());
        json.writeArrayFieldStart("grounds");
        for (Ground ground : verdict.grounds()) {
            ground(ground);
        }
        json.writeEndArray();
        texts("missingFacts", verdict.missingFacts());
        json.writeArrayFieldStart("notices");
        for (Notice notice : verdict.notices()) {
            json.writeStartObject();
            json.writeStringField("code", notice.code());
            ifPresent("subject", notice.subject());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("actions", verdict.actions());
        term(verdict.term());
        ifPresent("due", verdict.due());
        json.writeArrayFieldStart("matched");
        for (MatchedRule matched : verdict.matched()) {
            json.writeStartObject();
            rule(matched.rule());
            values("values", matched.values());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!verdict.textValues().isEmpty()) {
            values("textValues", verdict.textValues());
        }
        json.writeEndObject();
    }

    private void ground(Ground ground) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", ground.code());
        json.writeStringField("effect", ground.effect());
        ifPresent("subject", ground.subject());
        rule(ground.rule());
        List<Citation> citations = ground.citations();
        json.writeFieldName("citation");
        citation(citations.get(0));
        if (citations.size() > 1) {
            json.writeArrayFieldStart("also");
            for (Citation also : citations.subList(1, citations.size())) {
                citation(also);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void citation(Citation citation) throws IOException {
        json.writeStartObject();
        json.writeStringField("act", citation.act());
        ifPresent("place", citation.place());
        json.writeStringField("status", citation.status().toString());
        json.writeEndObject();
    }

    private void rule(RuleId rule) throws IOException {
        json.writeStringField("table", rule.table());
        json.writeStringField("rule", rule.rule());
    }

    /** Terms were in working days only at first. */
    private void term(@Nullable Term term) throws IOException {
        if (term == null) {
            return;
        }
        Term.OnDayOff onDayOff = term.onDayOff();
        if (onDayOff == null) {
            json.writeNumberField("workingDays", term.length());
        } else {
            json.writeObjectFieldStart("term");
            json.writeNumberField("length", term.length());
            json.writeStringField("unit", term.unit().name());
            json.writeStringField("onDayOff", onDayOff.name());
            json.writeEndObject();
        }
    }

    private void ifPresent(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        value(json, texts);
    }

    /** By forEach: what a rule read is collected anew for each look at its entries. */
    private void values(String name, Map<String, ? extends @Nullable Object> values) throws IOException {
        json.writeObjectFieldStart(name);
        values.forEach((path, value) -> {
            try {
                json.writeFieldName(path);
                value(json, value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        json.writeEndObject();
    }

    /** @param value a String, a Boolean, a Long, a BigDecimal, a List of String or null */
    static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                json.writeString(element.toString());
            }
            json.writeEndArray();
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
