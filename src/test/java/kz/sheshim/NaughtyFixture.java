package kz.sheshim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that programs stumble over, and how tests send one of them. */
public final class NaughtyFixture {
    private NaughtyFixture() {}

    /** Those of the Big List of Naughty Strings, and these. */
    public static List<String> strings(String... more) throws IOException {
        String[] list =
                new ObjectMapper().readValue(NaughtyFixture.class.getResource("/naughty/blns.json"), String[].class);
        return Stream.concat(Stream.of(list), Stream.of(more)).toList();
    }

    public static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** For a path, a query or a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
