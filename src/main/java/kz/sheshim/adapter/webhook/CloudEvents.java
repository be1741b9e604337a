package kz.sheshim.adapter.webhook;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import kz.sheshim.delivery.Event;

/** Writes events as CloudEvents 1.0 in JSON (structured mode). */
public final class CloudEvents {
    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE + "; charset=utf-8";
    private static final String TYPE = "kz.sheshim.action.";

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
                .withType(TYPE + event.action())
                .withSubject(event.decision().toString())
                .withTime(event.decidedAt().atOffset(ZoneOffset.UTC))
                .withData("application/json", json.apply(data(event)).getBytes(StandardCharsets.UTF_8))
                .build());
        return new String(structured, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> data(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("decision", event.decision().toString());
        data.put("entry", event.entry().value());
        data.put("place", event.place());
        data.put("action", event.action());
        data.put("sender", event.submitter().name());
        data.put("reference", event.reference());
        if (event.due() != null) {
            data.put("due", event.due().toString());
        }
        data.put("revision", event.revision().value());
        return data;
    }
}
