package kz.sheshim;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service for one test that answers commands as the test says, with 200. */
final class AnsweringFixture implements BeforeEachCallback, AfterEachCallback {
    /** What it was asked: method, path and body. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final UnaryOperator<String> answers;
    private HttpServer service;

    /** @param answers gives the answer by the method of the request */
    AnsweringFixture(UnaryOperator<String> answers) {
        this.answers = answers;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = answers.apply(exchange.getRequestMethod()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.stop(0);
    }

    /** Runs a command that asks this service. */
    Outcome run(String command, String... arguments) {
        Stream<String> server =
                Stream.of("--server", "http://localhost:" + service.getAddress().getPort());
        return CommandFixture.run(Stream.of(Stream.of(command.split(" ")), server, Stream.of(arguments))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
