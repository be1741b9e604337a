package kz.sheshim.bench.synthetic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The 10,000 applications, and the answers they must get. */
public final class SyntheticWork {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private SyntheticWork() {}

    public static List<Application> applications() {
        List<Application> applications = new ArrayList<>();
        for (String line : lines("applications.jsonl.gz")) {
            try {
                applications.add(JSON.readValue(line, Application.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return applications;
    }

    /**
     * The applications in the form that the engine takes.
     *
     * @throws IllegalStateException if the engine answers one of them otherwise than expected
     */
    public static <I, O> List<I> provenFor(Engine<I, O> engine) {
        List<I> taken = applications().stream().map(engine::take).toList();
        List<String> expected = lines("expected.txt.gz");
        if (taken.size() != expected.size()) {
            throw new IllegalStateException(taken.size() + " applications, " + expected.size() + " answers");
        }
        for (int i = 0; i < taken.size(); i++) {
            String answer = engine.line(engine.decide(taken.get(i)));
            if (!answer.equals(expected.get(i))) {
                throw new IllegalStateException(
                        "application " + i + ": expected " + expected.get(i) + ", answered " + answer);
            }
        }
        return taken;
    }

    static InputStream resource(String name) {
        InputStream resource = SyntheticWork.class.getResourceAsStream("/synthetic/" + name);
        if (resource == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        return resource;
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource(name)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
