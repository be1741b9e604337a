package kz.sheshim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system outside that receives events over HTTP, and does with each what the test says. What is not rightly signed, or no CloudEvent, fails the test at the end. */
public final class ReceiverFixture implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the receiver does with an event. */
    public interface Behaviour {
        void answer(HttpExchange exchange, CloudEvent event) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<CloudEvent> attempts = new CopyOnWriteArrayList<>();
    private final List<CloudEvent> taken = new CopyOnWriteArrayList<>();
    private final List<Exception> faults = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = this::take;

    public ReceiverFixture() {
        this(0);
    }

    /** One that listens on this port; 0: on any that is free. */
    public ReceiverFixture(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/events");
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** Answers every event with this status, and takes it if that says so. */
    public void answer(int status) {
        behave((exchange, event) -> answer(exchange, event, status));
    }

    public void take(HttpExchange exchange, CloudEvent event) throws IOException {
        answer(exchange, event, 204);
    }

    private void answer(HttpExchange exchange, CloudEvent event, int status) throws IOException {
        if (status < 300) {
            taken.add(event);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    /** Never answers. */
    public void hang() {
        behave((exchange, event) -> closed.await());
    }

    /** Answers with a status, and then a body without an end, byte by byte or as fast as it can. */
    public void answerWithoutEnd(int status, boolean slowly) {
        behave((exchange, event) -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (closed.getCount() > 0) {
                    body.write(slowly ? new byte[1] : new byte[8_192]);
                    body.flush();
                    if (slowly) {
                        Thread.sleep(20);
                    }
                }
            }
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            new Webhook(SECRET).verify(body, exchange.getRequestHeaders());
            CloudEvent event = new JsonFormat().deserialize(body.getBytes(StandardCharsets.UTF_8));
            if (!event.getId().equals(exchange.getRequestHeaders().getFirst("webhook-id"))) {
                throw new IllegalStateException("another id is signed than that of the event");
            }
            attempts.add(event);
            behaviour.answer(exchange, event);
        } catch (IOException | InterruptedException gone) {
            // the sender went away: it gave up waiting, or was killed; or the test is at its end
        } catch (Exception fault) {
            faults.add(fault);
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }

    /** What was posted, in its order; as often as it was. */
    public List<CloudEvent> attempts() {
        return List.copyOf(attempts);
    }

    /** What was taken, in its order; as often as it was. */
    public List<CloudEvent> taken() {
        return List.copyOf(taken);
    }

    /** What was wrong with requests. */
    public List<Exception> faults() {
        return List.copyOf(faults);
    }

    public static JsonNode data(CloudEvent event) {
        try {
            return MAPPER.readTree(event.getData().toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
