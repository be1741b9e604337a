package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who take up connections and read nothing do not take the service from others, also where it has a heap of 256 MB and 1,000 open files. */
@Timeout(600)
class CrowdedServiceIT extends SmallMachineFixture {
    private static final byte[] APPLICATION =
            new ApplicationFixture().toString().getBytes(StandardCharsets.UTF_8);

    private static void assertServes() throws Exception {
        assertThat(service.post("/api/v1/decisions", APPLICATION).statusCode()).isEqualTo(201);
        assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.output()).doesNotContain("OutOfMemoryError", "Too many open files");
    }

    @Test
    void connectionsThatSayNothing() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 2_200; i++) {
                silent.add(connected());
            }
            assertServes();
        } finally {
            closeAll(silent);
        }
        assertServes();
    }

    @Test
    void callersWhoReadNothing() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(service.post("/api/v1/decisions", APPLICATION).statusCode())
                    .isEqualTo(201);
        }
        String request = "GET /api/v1/decisions?limit=100 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + service.keyOf("crowd") + "\r\n\r\n"; // an own one, as its idle connections may be closed
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket socket = connected();
                socket.setReceiveBufferSize(1_024);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                stalled.add(socket);
            }
            assertServes();
        } finally {
            closeAll(stalled);
        }
        assertServes();
    }

    private static Socket connected() throws Exception {
        URI uri = service.uri("/");
        return new Socket(uri.getHost(), uri.getPort());
    }

    private static void closeAll(List<Socket> sockets) throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
