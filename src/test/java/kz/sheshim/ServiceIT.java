package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.access.KeyText;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started and stopped as a process. */
class ServiceIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SHIPPED = Path.of(".");

    @TempDir
    Path folder;

    /** A new data folder without the unpacking of PostgreSQL, which only the first test waits for. */
    private Path data(String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name).resolve("data"));
        SharedPrograms.in(data);
        return data;
    }

    @Test
    void decisionsOutliveARestartAndAKill() throws Exception {
        Path data = folder.resolve("data");
        String first;
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data, SHIPPED).ready()) {
            first = decide(service);
            assertThat(service.output().lines().filter(line -> line.startsWith("API key: ")))
                    .containsExactly("API key: " + service.key());
            assertThat(folder.resolve("log/key.pem")).as("beside the data").exists();
            assertThat(Files.getPosixFilePermissions(data.resolve("api-key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        KeyText bootstrap = KeyText.random(new SecureRandom());
        ServiceProcessFixture killed = ServiceProcessFixture.launch(
                        data,
                        SHIPPED,
                        "-Dsheshim.access.bootstrap-hash=" + bootstrap.hash().hex())
                .ready();
        assertThat(killed.output())
                .doesNotContain("API key: ")
                .contains(data.resolve("api-key").toString());
        assertThat(killed.getAs(bootstrap.reveal(), "/api/v1/api-keys").statusCode())
                .isEqualTo(200);
        assertThat(killed.getAs(bootstrap.reveal(), "/api/v1/decisions").statusCode())
                .isEqualTo(403);
        assertThat(killed.get("/api/v1/decisions/" + first).statusCode()).isEqualTo(200);
        String second = decide(killed);
        killed.kill();
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data, SHIPPED).ready()) {
            for (String id : List.of(first, second)) {
                JsonNode replay = MAPPER.readTree(service.post("/api/v1/decisions/" + id + "/replay", new byte[0])
                        .body());
                assertThat(replay.get("identical").asBoolean()).isTrue();
            }
        }
    }

    private static String decide(ServiceProcessFixture service) throws Exception {
        var answer = service.post("/api/v1/decisions", new ApplicationFixture().body());
        assertThat(answer.statusCode()).isEqualTo(201);
        return MAPPER.readTree(answer.body()).get("id").asText();
    }

    @Test
    void linkOfTheFirstStartNamesThePortThatTheServerChose() throws Exception {
        Pattern link = Pattern.compile("The desk \\(this link signs in once.*\\): (http://\\S+)");
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data("data"), SHIPPED, "-Dquarkus.http.port=0")) {
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> link.matcher(service.output())
                    .find());
            Matcher told = link.matcher(service.output());
            assertThat(told.find()).isTrue();
            assertThat(service.output().substring(0, told.start()))
                    .as("it stands behind a blank line")
                    .endsWith(System.lineSeparator().repeat(2));
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(told.group(1))).build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("<button");
        }
    }

    /** Two folders of data beside each other: the default folder of the log is the same. */
    @Test
    void secondServiceThatSharesTheFolderOfTheLogSaysWhatToDo() throws Exception {
        ServiceProcessFixture.launch(data("one"), SHIPPED).ready().close();
        Path log = folder.resolve("one/log");
        Path second = data("two");
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(second, SHIPPED, "-Dsheshim.log.folder=" + log)) {
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> service.output()
                    .contains("The desk ("));
            assertThat(service.output())
                    .containsPattern("ERROR .*the folder of the log, " + Pattern.quote(log.toString())
                            + ", does not belong to the database, " + Pattern.quote(second.toString())
                            + "\\..*sheshim.log.folder");
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void brokenWorkbookStopsTheStartWithItsCells() throws Exception {
        Path policy = folder.resolve("policy");
        for (var file : new EditedPolicyFixture()
                .set("documents.xlsx", "Identity documents", "D9", "foreignr")
                .set("persons.xlsx", "Who may file", "B9", "soon")
                .files()) {
            Path path = policy.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        ServiceProcessFixture service = ServiceProcessFixture.launch(data("data"), policy);

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output())
                .contains("documents.xlsx › Identity documents › D9")
                .contains("Did you mean \"foreigner\"?")
                .contains("persons.xlsx › Who may file › B9")
                .doesNotContain("\tat ");
    }

    @Test
    void databaseThatCannotBeReachedStopsTheStartInPlainWords() throws Exception {
        ServiceProcessFixture service = ServiceProcessFixture.launch(
                data("data"), SHIPPED, "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/nothing");

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output())
                .contains("The database cannot be used")
                .contains("127.0.0.1:1")
                .doesNotContain("\tat ");
    }

    @Test
    void settingThatCannotBeIsNamed() throws Exception {
        ServiceProcessFixture service =
                ServiceProcessFixture.launch(data("data"), SHIPPED, "-Dsheshim.http.max-bytes=-1");

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output()).contains("sheshim.http.max-bytes");
    }

    @Test
    void placeAndLanguageOfTheServerChangeNothing() throws Exception {
        List<String> here = answers("here", "-Duser.timezone=Asia/Almaty", "-Duser.language=en", "-Duser.country=US");
        assertThat(answers(
                        "elsewhere",
                        "-Duser.timezone=Pacific/Auckland",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-1"))
                .isEqualTo(here);
    }

    private List<String> answers(String name, String... options) throws Exception {
        List<byte[]> applications = ApplicationsFixture.examples().toList();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data(name), SHIPPED, options).ready()) {
            List<Callable<String>> each = new ArrayList<>();
            for (int next = 0; next < applications.size(); next += 3) {
                byte[] application = applications.get(next);
                each.add(() -> service.post("/api/v1/assessments", application).body());
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : callers.invokeAll(each)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }
}
