package kz.sheshim.adapter.webhook;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.Event;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.log.Moments;
import org.jspecify.annotations.Nullable;

/** Writes events as CloudEvents 1.0 in JSON (structured mode). */
public final class CloudEvents {
    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE + "; charset=utf-8";
    private static final String TYPE = "kz.sheshim.";

    private final JsonFormat format = new JsonFormat();
    private final URI source;
    private final Function<Map<String, Object>, String> json;

    /**
     * @param source identifies this service in events
     * @param json writes a tree of maps and lists as JSON
     */
    public CloudEvents(URI source, Function<Map<String, Object>, String> json) {
        this.source = source;
        this.json = json;
    }

    String write(Event event) {
        byte[] structured = format.serialize(CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(TYPE + (event instanceof LawEvent ? "law." : "action.") + event.name())
                .withSubject(
                        event instanceof ActionEvent action ? action.decision().toString() : subject((LawEvent) event))
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", json.apply(data(event)).getBytes(StandardCharsets.UTF_8))
                .build());
        return new String(structured, StandardCharsets.UTF_8);
    }

    private static @Nullable String subject(LawEvent event) {
        return event.draft() == null && event.revision() != null
                ? event.revision().value()
                : event.draft();
    }

    private static Map<String, Object> data(Event event) {
        return event instanceof ActionEvent action ? data(action) : data((LawEvent) event);
    }

    private static Map<String, Object> data(ActionEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("decision", event.decision().toString());
        data.put("entry", event.entry().value());
        data.put("place", event.place());
        data.put("action", event.action());
        data.put("submitter", event.submitter().name());
        data.put("reference", event.reference());
        put(data, "due", event.due());
        data.put("revision", event.revision().value());
        return data;
    }

    private static Map<String, Object> data(LawEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", event.number());
        put(data, "draft", event.draft());
        put(data, "title", event.title());
        put(data, "revision", event.revision());
        put(data, "replaces", event.replaces());
        put(data, "by", event.by());
        put(data, "due", event.due() == null ? null : Moments.text(event.due()));
        if (event.entry() != null) {
            data.put("entry", event.entry().value());
        }
        put(data, "way", event.way());
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value.toString());
        }
    }
}
