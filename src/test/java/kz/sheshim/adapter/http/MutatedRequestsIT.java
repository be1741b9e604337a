package kz.sheshim.adapter.http;

import static kz.sheshim.NaughtyFixture.any;
import static kz.sheshim.NaughtyFixture.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.NaughtyFixture;
import kz.sheshim.RawHttpFixture;
import kz.sheshim.RawHttpFixture.Answer;
import kz.sheshim.SmallMachineFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that almost keep to the contract: one or some things of each are changed at random. Every one is answered, none with an error of the service, every refusal is a
 * problem, and no answer tells what the service is made of. The service has a heap of 256 MB and 1,000 open files.
 */
@Timeout(3_600)
class MutatedRequestsIT extends SmallMachineFixture {
    /** The number of requests; the Maven profile campaign raises it. */
    private static final int REQUESTS = Integer.getInteger("mutated.requests", 3_000);

    private static final int CALLERS = 4;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "QUERY");
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept",
            List.of(
                    "application/json",
                    "text/html",
                    "application/pdf",
                    "*/*;q=0",
                    "a/b;;;",
                    "image/*",
                    "text/csv",
                    ","),
            "Accept-Language",
            List.of("kk", "ru;q=0.5,en;q=x", "*", "xx-yy-zz-aa-bb", "en;q=2", "-", "q"),
            "Content-Type",
            List.of(
                    "application/json;charset=utf-16",
                    "text/plain",
                    "application/xml",
                    "multipart/form-data",
                    "a",
                    "application/x-ndjson",
                    "application/zip",
                    "/"),
            "Idempotency-Key",
            List.of("one", "\"quoted\"", "\u00e9", " ", "k".repeat(300), "a b", "one,two"),
            "Prefer",
            List.of("wait=1", "wait=-1", "wait=99999999999999999999", "wait", "wait=1;wait=2", "respond-async"),
            "If-None-Match",
            List.of("*", "W/\"\"", "\"", "\"sha256:0\"", "a,b,c"),
            "Authorization",
            List.of("Bearer", "Bearer x", "Basic eDp5", "bearer " + "z".repeat(3_000), "Digest", ""),
            "Content-Encoding",
            List.of("gzip", "br", "identity", "nothing"),
            "Range",
            List.of("bytes=0-0", "bytes=-1", "lines=3-1"),
            "Cookie",
            List.of("sheshim-session=x", "a=b; ; =", "sheshim-session=" + "y".repeat(2_000)));

    /** A problem of these says no more than its status. */
    private static final List<Integer> WITHOUT_TYPE = List.of(401, 403, 404, 405, 406, 415);

    /** What a sentence repeats of the request. */
    private static final Pattern REPEATED = Pattern.compile("\"[^\"]*+\"");

    /** Sentences that are not ours. */
    private static final Pattern FRAMEWORK = Pattern.compile("HTTP \\d|@\\w|target resource|RESTEASY");

    /** A request that keeps to the contract. */
    private record Operation(String method, String path, List<String> parameters, @Nullable String type, byte[] body) {}

    /** A request as it is sent. */
    private record Sent(String method, String target, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            return method + " " + target + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyOneIsAnsweredAndEveryRefusalIsAProblem() throws Exception {
        List<Operation> operations =
                operations(MAPPER.readTree(Path.of("src/docs/openapi.json").toFile()));
        assertThat(operations).hasSizeGreaterThan(40);
        Map<String, String> known = known();
        List<String> nasty = NaughtyFixture.strings(
                "0", "-1", "9223372036854775808", "1e9", "2024-02-30", "..", "%00", "a".repeat(2_000));
        String key = service.key();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<List<String>>> found = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(20261130 + caller);
            found.add(callers.submit(() -> send(operations, known, nasty, key, random)));
        }
        callers.shutdown();
        List<String> faults = new ArrayList<>();
        for (Future<List<String>> each : found) {
            faults.addAll(each.get());
        }
        assertThat(faults).isEmpty();
        assertThat(decided().statusCode()).isEqualTo(201);
        assertThat(service.output()).doesNotContain("OutOfMemoryError", "Too many open files");
    }

    private List<String> send(
            List<Operation> operations, Map<String, String> known, List<String> nasty, String key, Random random)
            throws IOException {
        List<String> faults = new ArrayList<>();
        try (RawHttpFixture connection = new RawHttpFixture(service.uri("/"))) {
            for (int i = 0; i < REQUESTS / CALLERS && faults.size() < 20; i++) {
                Sent sent = mutated(operations.get(random.nextInt(operations.size())), known, nasty, key, random);
                Answer answer = connection.send(sent.method(), sent.target(), sent.headers(), sent.body());
                String fault = fault(sent, answer);
                if (fault != null) {
                    faults.add(fault + ": " + shortened(sent) + "\n -> " + shortened(answer));
                }
            }
        }
        return faults;
    }

    private static String shortened(Object told) {
        String text = told.toString();
        return text.length() < 600 ? text : text.substring(0, 600) + "…";
    }

    private static @Nullable String fault(Sent sent, Answer answer) throws IOException {
        int status = answer.status();
        if (status >= 500 && !(status == 503 && answer.headers().containsKey("retry-after"))) {
            return "an error of the service";
        }
        String text = answer.text();
        if (text.contains("Exception") && !sent.toString().contains("Exception") || text.contains("\tat ")) {
            return "it tells what the service is made of";
        }
        if (status < 400 || sent.method().equals("HEAD")) {
            return null;
        }
        String type = answer.headers().getOrDefault("content-type", "none");
        if (!type.startsWith("application/problem+json")) {
            return "a refusal without a problem, but with the content type " + type;
        }
        JsonNode problem = MAPPER.readTree(answer.body());
        boolean isTyped = problem.path("type").asText().startsWith("urn:sheshim:problem:");
        return problem.path("status").asInt() == status
                        && !problem.path("title").asText().isEmpty()
                        && !FRAMEWORK
                                .matcher(REPEATED.matcher(problem.path("detail").asText())
                                        .replaceAll(""))
                                .find()
                        && (isTyped || !problem.has("type") && WITHOUT_TYPE.contains(status))
                ? null
                : "a problem that is none";
    }

    private Sent mutated(
            Operation operation, Map<String, String> known, List<String> nasty, String key, Random random) {
        String method = random.nextInt(20) == 0 ? any(METHODS, random) : operation.method();
        StringBuilder target = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/")) {
            boolean isParameter = segment.startsWith("{");
            String value = known.getOrDefault(segment, segment);
            target.append('/')
                    .append(encoded(
                            isParameter && random.nextInt(3) == 0 || random.nextInt(60) == 0
                                    ? any(nasty, random)
                                    : value));
        }
        char separator = '?';
        for (String parameter : operation.parameters()) {
            if (random.nextInt(3) == 0) {
                String name = random.nextInt(20) == 0 ? any(nasty, random) : parameter;
                String value = random.nextBoolean() ? any(nasty, random) : any(List.copyOf(known.values()), random);
                target.append(separator).append(encoded(name)).append('=').append(encoded(value));
                separator = '&';
            }
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + key);
        if (operation.type() != null) {
            headers.put("Content-Type", operation.type());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = any(List.copyOf(HEADERS.keySet()), random);
            headers.put(name, any(HEADERS.getOrDefault(name, List.of()), random));
        }
        byte[] body = random.nextInt(4) == 0 ? operation.body() : changed(operation.body(), nasty, random);
        return new Sent(method, target.toString(), headers, body);
    }

    private static byte[] changed(byte[] body, List<String> nasty, Random random) {
        if (random.nextBoolean()) {
            try {
                JsonNode root = MAPPER.readTree(body);
                if (root.isObject()) {
                    return MAPPER.writeValueAsBytes(changed((ObjectNode) root, nasty, random));
                }
            } catch (IOException notJson) {
                // then its bytes are changed
            }
        }
        return bytesChanged(body, random);
    }

    /** Another value somewhere, a member less, or one more. */
    private static JsonNode changed(ObjectNode root, List<String> nasty, Random random) throws IOException {
        ObjectNode object = root;
        while (true) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(8) == 0) {
                object.put(any(nasty, random), any(nasty, random));
                return root;
            }
            String name = any(names, random);
            JsonNode value = object.get(name);
            JsonNode inner = value.isArray() && !value.isEmpty() ? value.get(random.nextInt(value.size())) : value;
            if (inner.isObject() && random.nextInt(4) != 0) {
                object = (ObjectNode) inner;
                continue;
            }
            if (random.nextInt(5) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(nasty, random));
            }
            return root;
        }
    }

    private static JsonNode value(List<String> nasty, Random random) throws IOException {
        return switch (random.nextInt(8)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.readTree("[[],[[[{}]]],1]");
            case 2 -> MAPPER.readTree("{\"a\":{\"b\":[null]}}");
            case 3 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
            case 4 -> MAPPER.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 5 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 6 -> MAPPER.getNodeFactory().textNode("\ud800" + any(nasty, random));
            default -> MAPPER.getNodeFactory().textNode(any(nasty, random));
        };
    }

    private static byte[] bytesChanged(byte[] body, Random random) {
        if (body.length == 0) {
            return random.nextInt(3) == 0
                    ? "{\"a\":".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8)
                    : body;
        }
        int at = random.nextInt(body.length);
        int length = Math.min(body.length - at, 1 + random.nextInt(20));
        byte[] changed = body.clone();
        switch (random.nextInt(5)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> changed = Arrays.copyOf(body, at);
            case 2 -> random.nextBytes(changed);
            case 3 -> {
                changed = Arrays.copyOf(body, body.length + length);
                System.arraycopy(body, at, changed, at + length, body.length - at);
            }
            default -> {
                changed = Arrays.copyOf(body, body.length - length);
                System.arraycopy(body, at + length, changed, at, body.length - at - length);
            }
        }
        return changed;
    }

    private static HttpResponse<String> decided() throws Exception {
        return service.post(
                "/api/v1/decisions", new ApplicationFixture().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the parameters of paths can be: things that exist. */
    private static Map<String, String> known() throws Exception {
        JsonNode decision = MAPPER.readTree(decided().body());
        JsonNode table = MAPPER.readTree(service.get("/api/v1/tables").body());
        Map<String, String> known = new LinkedHashMap<>();
        known.put("{id}", decision.path("id").asText());
        known.put("{revision}", decision.path("revision").asText());
        known.put("{entry}", "1");
        known.put("{number}", "1");
        known.put("{tile}", "0");
        known.put("table", table.findPath("id").asText());
        known.put("outcome", decision.path("outcome").asText());
        known.put("day", decision.path("filedOn").asText());
        assertThat(known.values()).noneMatch(String::isEmpty);
        return known;
    }

    private static List<Operation> operations(JsonNode contract) throws IOException {
        List<Operation> operations = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> paths = contract.get("paths").fields(); paths.hasNext(); ) {
            Map.Entry<String, JsonNode> path = paths.next();
            for (String method : List.of("get", "post", "put", "delete")) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isObject()) {
                    operations.addAll(operations(path.getKey(), method, operation, contract));
                }
            }
        }
        return operations;
    }

    private static List<Operation> operations(String path, String method, JsonNode operation, JsonNode contract)
            throws IOException {
        List<String> parameters = new ArrayList<>();
        operation.path("parameters").forEach(each -> {
            if (each.path("in").asText().equals("query")) {
                parameters.add(each.path("name").asText());
            }
        });
        List<Operation> operations = new ArrayList<>();
        JsonNode contents = operation.path("requestBody").path("content");
        for (Iterator<String> types = contents.fieldNames(); types.hasNext(); ) {
            String type = types.next();
            byte[] body = type.equals("application/json")
                    ? body(contents.path(type).path("schema"), contract)
                    : "PK\u0003\u0004 no archive".getBytes(StandardCharsets.UTF_8);
            operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, parameters, type, body));
        }
        if (operations.isEmpty()) {
            operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, parameters, null, new byte[0]));
        }
        return operations;
    }

    private static byte[] body(JsonNode schema, JsonNode contract) throws IOException {
        return schema.path("$ref").asText().endsWith("/Application")
                ? new ApplicationFixture().toString().getBytes(StandardCharsets.UTF_8)
                : MAPPER.writeValueAsBytes(example(schema, contract, 0));
    }

    /** A value that the schema allows, as far as its types say. */
    private static JsonNode example(JsonNode schema, JsonNode contract, int depth) {
        if (schema.has("$ref")) {
            return example(contract.at(schema.get("$ref").asText().substring(1)), contract, depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "object" -> {
                ObjectNode object = MAPPER.createObjectNode();
                if (depth < 6) {
                    schema.path("properties")
                            .fields()
                            .forEachRemaining(
                                    each -> object.set(each.getKey(), example(each.getValue(), contract, depth + 1)));
                }
                yield object;
            }
            case "array" -> MAPPER.createArrayNode().add(example(schema.path("items"), contract, depth + 1));
            case "integer", "number" -> MAPPER.getNodeFactory().numberNode(1);
            case "boolean" -> MAPPER.getNodeFactory().booleanNode(true);
            default ->
                MAPPER.getNodeFactory().textNode(text(schema.path("format").asText()));
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2024-03-25";
            case "date-time" -> "2024-03-25T10:00:00Z";
            case "uuid" -> "01900000-0000-7000-8000-000000000000";
            default -> "text";
        };
    }
}
