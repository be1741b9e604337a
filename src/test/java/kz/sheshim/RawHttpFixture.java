package kz.sheshim;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/1.1 that sends whatever it is given. It keeps its connection as long as the service does. */
public final class RawHttpFixture implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final URI service;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** An answer; the names of its headers are in lower case. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + text();
        }
    }

    public RawHttpFixture(URI service) {
        this.service = service;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws IOException if the service closes the connection without an answer
     */
    public Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        boolean isNew = socket == null;
        try {
            return tryToSend(method, target, headers, body);
        } catch (IOException closed) {
            close();
            if (isNew) {
                throw closed;
            }
            return tryToSend(
                    method, target, headers, body); // the service had closed the connection after the answer before
        }
    }

    private Answer tryToSend(String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(service.getHost(), service.getPort());
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: ").append(service.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        open.getOutputStream().write(request.toByteArray());
        Answer answer = read(Objects.requireNonNull(in), method);
        if (answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private static Answer read(InputStream in, String method) throws IOException {
        String[] status = line(in).split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status[1]);
        if (code == 100) {
            return read(in, method);
        }
        boolean hasBody = !method.equals("HEAD") && code != 204 && code != 304;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (hasBody && "chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else if (hasBody) {
            body.writeBytes(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return new Answer(code, headers, body.toByteArray());
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (each != '\r') {
                line.write(each);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
