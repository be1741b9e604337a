package kz.sheshim.adapter.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessState;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code POST /add-checkpoint} and {@code GET /HASH/checkpoint}. Requests of more than a megabyte, of more than ten seconds, and more than 72 at once
 * are not answered or get 413.
 */
public final class WitnessServer implements AutoCloseable {
    private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final String SECONDS = "10";

    private final Witness witness;
    private final Consumer<String> events;
    private final HttpServer server;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "witness");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Starts to answer.
     *
     * @param listen port 0: a free one
     * @param logs the keys of the logs that it cosigns for
     * @param events is told, in one sentence each, of what an operator should see
     * @throws IOException if the port cannot be used
     */
    public WitnessServer(
            InetSocketAddress listen,
            WitnessState state,
            Cosigner cosigner,
            Collection<VerifierKey> logs,
            Clock clock,
            Consumer<String> events)
            throws IOException {
        // the only way to tell the JDK's server; it reads them once, before its first server
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
        this.events = events;
        this.witness = new Witness(cosigner, logs, state, clock);
        try {
            this.server = HttpServer.create(listen, WAITING);
        } catch (IOException e) {
            throw new IOException("cannot listen on " + listen + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                events.accept("A request failed: " + e);
                answer = new Answer(500, TEXT, "this witness cannot sign now\n");
            }
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, String type, String body) {}

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher latest = LATEST.matcher(path);
        if (path.equals("/add-checkpoint")) {
            return method.equals("POST") ? add(exchange) : new Answer(405, TEXT, "send a POST request\n");
        }
        if (latest.matches()) {
            return method.equals("GET") ? show(latest.group(1)) : new Answer(405, TEXT, "send a GET request\n");
        }
        return new Answer(404, TEXT, "there is only POST /add-checkpoint and GET /HASH/checkpoint\n");
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Note.MAX_BYTES + 1);
        if (body.length > Note.MAX_BYTES) {
            return new Answer(413, TEXT, "a request has at most " + Note.MAX_BYTES + " bytes\n");
        }
        Witness.Answer answer = witness.addCheckpoint(body);
        if (answer.status() == 422) {
            events.accept("Refused, and signed by the log. Keep this as evidence: " + answer.body()
                    + new String(body, StandardCharsets.UTF_8));
        }
        return new Answer(answer.status(), answer.contentType(), answer.body());
    }

    private Answer show(String originHash) {
        @Nullable Note latest = witness.latest(originHash);
        return latest == null
                ? new Answer(404, TEXT, "this witness has cosigned no checkpoint of such a log\n")
                : new Answer(200, TEXT, latest.toString());
    }

    /** Stops at once. A request in progress gets no answer; what it changed is kept. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
    }
}
