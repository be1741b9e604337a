package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while 32 callers post without a pause: whatever the service has taken up is answered, then it ends. */
@Timeout(600)
class DrainedUnderLoadIT {
    private static final int CALLERS = 32;
    private static final int ENOUGH = 200;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] APPLICATION =
            new ApplicationFixture().toString().getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** The ids of the decisions that were answered. */
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    /** What befell requests that were sent before the signal and got no answer. */
    private final List<Exception> cutOff = new CopyOnWriteArrayList<>();

    private volatile boolean signalled;

    @Test
    void whatWasTakenUpIsAnswered() throws Exception {
        SharedPrograms.in(Files.createDirectory(folder.resolve("data")));
        try (ServiceProcessFixture service = ServiceProcessFixture.launch(folder.resolve("data"), Path.of("."))
                .ready()) {
            List<Thread> callers = new ArrayList<>();
            String key = service.key();
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(() -> post(service.uri("/"), key));
                caller.start();
                callers.add(caller);
            }
            while (answered.size() < ENOUGH) {
                assertThat(cutOff).isEmpty();
                TimeUnit.MILLISECONDS.sleep(10);
            }
            signalled = true;
            service.close();
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(service.output()).doesNotContain(" ERROR ", "Failed to register an accepted channel");
        }
        assertThat(cutOff).isEmpty();
        try (ServiceProcessFixture service = ServiceProcessFixture.launch(folder.resolve("data"), Path.of("."))
                .ready()) {
            assertThat(new TreeSet<>(recorded(service)))
                    .as("recorded and answered")
                    .isEqualTo(new TreeSet<>(answered));
        }
    }

    /** Posts until the service takes no more connections. */
    private void post(URI uri, String key) {
        byte[] request = ("POST /api/v1/decisions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + APPLICATION.length + "\r\n\r\n"
                        + new String(APPLICATION, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        boolean over = false;
        while (!over) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                boolean open = true;
                while (open) {
                    boolean before = !signalled;
                    try {
                        socket.getOutputStream().write(request);
                        open = answer(socket.getInputStream());
                    } catch (IOException e) {
                        open = false;
                        if (before) {
                            cutOff.add(e);
                        }
                    }
                }
            } catch (ConnectException e) {
                over = true;
            } catch (IOException e) {
                over = signalled;
            }
        }
    }

    /** Reads an answer, and tells whether the connection stays open. */
    private boolean answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("after " + head.length() + " bytes");
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        JsonNode decision = MAPPER.readTree(body);
        assertThat(head.toString()).startsWith("HTTP/1.1 201");
        answered.add(decision.get("id").asText());
        return !head.toString().toLowerCase(java.util.Locale.ROOT).contains("connection: close");
    }

    private static List<String> recorded(ServiceProcessFixture service) throws Exception {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = MAPPER.readTree(
                    service.get("/api/v1/decisions?limit=100" + after).body());
            page.get("decisions").forEach(decision -> ids.add(decision.get("id").asText()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asLong() : "";
        } while (!after.isEmpty());
        return ids;
    }
}
