import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Sends every application of the synthetic policy to a service, whose answers must be those of expected.txt.gz. The bodies that were sent are written to a file,
 * as applications.lua reads them. Arguments: name of the service, its address, folder of the policy, file.
 */
final class Prove {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How a service wants an application, and how its answer reads as a line of expected.txt.gz. */
    private record Form(Function<ObjectNode, JsonNode> body, Function<JsonNode, String> line) {}

    public static void main(String[] arguments) throws IOException {
        Form form =
                switch (arguments[0]) {
                    case "sheshim" -> new Form(Prove::facts, Prove::ofVerdict);
                    case "kie" -> new Form(application -> application, Prove::ofDecisions);
                    default -> new Form(application -> application, Prove::ofAnswer);
                };
        Path folder = Path.of(arguments[2]);
        List<String> expected = lines(folder.resolve("expected.txt.gz"));
        List<String> bodies = new ArrayList<>();
        for (String application : lines(folder.resolve("applications.jsonl.gz"))) {
            bodies.add(form.body.apply((ObjectNode) JSON.readTree(application)).toString());
        }
        if (bodies.size() != expected.size()) {
            throw new IllegalStateException(bodies.size() + " applications, " + expected.size() + " answers");
        }
        List<String> wrong = IntStream.range(0, bodies.size())
                .parallel()
                .mapToObj(i -> difference(expected.get(i), form.line, URI.create(arguments[1]), bodies.get(i)))
                .flatMap(Stream::ofNullable)
                .toList();
        if (!wrong.isEmpty()) {
            System.err.println("WRONG: " + wrong.size() + " answers; the first: " + wrong.get(0));
            System.exit(1);
        }
        Files.write(
                Path.of(arguments[3]),
                bodies.stream().map(body -> "{\"application\": " + body + "}").toList());
        System.out.println(arguments[0] + ": " + bodies.size() + " answers, all as expected");
    }

    private static String difference(String expected, Function<JsonNode, String> line, URI uri, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + System.getenv("API_KEY"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            String answer = response.statusCode() / 100 == 2
                    ? line.apply(JSON.readTree(response.body()))
                    : response.statusCode() + " " + response.body();
            return answer.equals(expected) ? null : "expected " + expected + ", answered " + answer + " to " + body;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Sheshim's vocabulary has it: codes of words are kebab-case there. */
    private static JsonNode facts(ObjectNode application) {
        JsonNode documents = application.remove("documents");
        application.remove("birthDate");
        application.set("reference", application.remove("id"));
        for (String field : Set.of("service", "channel", "category", "filedBy", "script")) {
            application.put(field, application.get(field).textValue().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return JSON.createObjectNode()
                .<ObjectNode>set("application", application)
                .set("documents", documents);
    }

    private static String ofVerdict(JsonNode verdict) {
        return action(verdict, "verdict-") + "|" + action(verdict, "queue-") + "|" + days(verdict.get("term")) + "|"
                + findings(all(verdict, "grounds").map(Prove::ofGround));
    }

    private static String action(JsonNode verdict, String sort) {
        return all(verdict, "actions")
                .map(action -> text(action, "code"))
                .filter(code -> code.startsWith(sort))
                .map(code -> code.substring(sort.length()).toUpperCase(Locale.ROOT))
                .reduce("", String::concat);
    }

    private static String days(JsonNode term) {
        return text(term, "calendarDays") + text(term, "workingDays");
    }

    private static String ofGround(JsonNode ground) {
        String code = text(ground, "code");
        String subject = text(ground, "subject");
        return switch (text(ground, "effect")) {
            case "incomplete" -> "MISSING:" + subject;
            case "outdated" -> "EXPIRED:" + subject;
            case "translation" -> "TRANSLATION:" + code + "/" + subject;
            default -> "DENIAL:" + code;
        };
    }

    /** The decisions of the DMN model. */
    private static String ofDecisions(JsonNode decisions) {
        return conclusion(decisions)
                + findings(Stream.of(
                                all(decisions, "denial").map(code -> "DENIAL:" + code.textValue()),
                                all(decisions, "missingDocuments").map(kind -> "MISSING:" + kind.textValue()),
                                all(decisions, "expiredDocuments").map(kind -> "EXPIRED:" + kind.textValue()),
                                all(decisions, "translations").map(each -> "TRANSLATION:" + each.textValue()))
                        .flatMap(each -> each));
    }

    private static String ofAnswer(JsonNode answer) {
        return conclusion(answer)
                + findings(all(answer, "findings")
                        .map(finding -> text(finding, "sort") + ":" + text(finding, "code")
                                + (finding.get("document").isNull() ? "" : "/" + text(finding, "document"))));
    }

    private static String conclusion(JsonNode answer) {
        return text(answer, "verdict") + "|" + text(answer.get("route"), "queue") + "|" + text(answer.get("route"), "term") + "|";
    }

    private static String findings(Stream<String> findings) {
        return String.join(",", findings.sorted().toList());
    }

    private static Stream<JsonNode> all(JsonNode parent, String field) {
        return StreamSupport.stream(parent.get(field).spliterator(), false);
    }

    private static String text(JsonNode parent, String field) {
        return parent.path(field).asText();
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
