package kz.sheshim.adapter.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.sheshim.FolderFixture;
import kz.sheshim.adapter.logfolder.FileWitnessState;
import kz.sheshim.log.tree.AddCheckpoint;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.TreeEdge;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.log.tree.WitnessRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {
    private static final String ORIGIN = "example.com/log";
    private static final NoteSigner LOG = new NoteSigner(ORIGIN, signer(1));
    private static final Cosigner COSIGNER = new Cosigner("witness.example/w", signer(2));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final History history = new History("leaf");
    private final History fork = new History("fork");

    @TempDir
    Path folder;

    private FileWitnessState state;
    private WitnessServer server;

    private static Signer signer(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Signer.of(Ed25519.keyPair(bytes));
    }

    /** A log of 30 leaves. */
    private static final class History {
        private final Map<Integer, byte[]> levels = new HashMap<>();

        History(String content) {
            List<Hash> leaves = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                leaves.add(Hash.leaf((content + i).getBytes(StandardCharsets.UTF_8)));
            }
            TreeEdge.empty().append(leaves).tiles().forEach((tile, bytes) -> levels.put(tile.level(), bytes));
        }

        TiledTree tree(long size) {
            return new TiledTree(size, tiles -> {
                Map<Tile, byte[]> read = new LinkedHashMap<>();
                tiles.forEach(tile -> read.put(tile, Arrays.copyOf(levels.get(tile.level()), tile.bytes())));
                return read;
            });
        }

        Note checkpoint(long size) {
            return new Checkpoint(ORIGIN, size, tree(size).root()).sign(LOG);
        }

        byte[] request(long old, long size) {
            return new AddCheckpoint(old, tree(size).consistency(old), checkpoint(size)).bytes();
        }
    }

    @BeforeEach
    void start() throws IOException {
        state = new FileWitnessState(folder);
        server = new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                state,
                COSIGNER,
                List.of(LOG.key()),
                Clock.systemUTC(),
                events::add);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        state.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    private WitnessClient client() {
        return new WitnessClient(COSIGNER.key(), new HttpWitness(address(), Duration.ofSeconds(10)));
    }

    private HttpResponse<String> send(String method, String path, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> latest() throws Exception {
        return send("GET", "/" + Witness.originHash(ORIGIN) + "/checkpoint", new byte[0]);
    }

    @Test
    void aWitnessRemembersAcrossARestart() throws Exception {
        assertThat(latest().statusCode()).isEqualTo(404);
        NoteSignature cosignature = client().cosign(history.checkpoint(8), history.tree(8)::consistency);
        String shown = latest().body();
        assertThat(shown).isEqualTo(history.checkpoint(8).with(cosignature).toString());
        stop();
        start();
        assertThat(latest().body()).isEqualTo(shown);
        HttpResponse<String> conflict = send("POST", "/add-checkpoint", history.request(0, 9));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo("8\n");
        assertThatThrownBy(() -> client().cosign(fork.checkpoint(9), fork.tree(9)::consistency))
                .isInstanceOfSatisfying(
                        WitnessRefused.class, e -> assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.FORK));
        assertThat(events)
                .singleElement()
                .asString()
                .contains(fork.checkpoint(9).toString());
        assertThatThrownBy(() -> client().cosign(history.checkpoint(7), history.tree(7)::consistency))
                .isInstanceOfSatisfying(
                        WitnessRefused.class, e -> assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.AHEAD));
        client().cosign(history.checkpoint(30), history.tree(30)::consistency);
    }

    @Test
    void ofTwoHistoriesAtTheSameTimeOneIsCosigned() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] request = (i % 2 == 0 ? history : fork).request(0, 1 + i);
            answers.add(http.sendAsync(
                    HttpRequest.newBuilder(URI.create(address() + "/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void aFolderHasOneWitness() {
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessage("another witness uses the folder " + folder);
    }

    @Test
    void aDamagedStateIsNotUsed() throws Exception {
        client().cosign(history.checkpoint(8), history.tree(8)::consistency);
        stop();
        Path file = folder.resolve(Witness.originHash(ORIGIN) + ".checkpoint");
        String good = Files.readString(file);
        for (String bad : List.of(
                "",
                good.substring(1),
                good.replace(ORIGIN, "example.com/other"),
                good.substring(0, good.length() / 2))) {
            Files.writeString(file, bad);
            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        }
        Files.writeString(file, good);
        start();
    }

    @Test
    void aFailureOfTheDiskSignsNothing() throws Exception {
        FolderFixture.delete(folder);
        assertThat(send("POST", "/add-checkpoint", history.request(0, 8)).statusCode())
                .isEqualTo(500);
        assertThat(latest().statusCode()).isEqualTo(404);
    }

    @Test
    void requestsAreLimited() throws Exception {
        assertThat(send("POST", "/add-checkpoint", new byte[Note.MAX_BYTES + 1]).statusCode())
                .isEqualTo(413);
        assertThat(send("POST", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(send("GET", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(send("POST", "/" + Witness.originHash(ORIGIN) + "/checkpoint", new byte[0])
                        .statusCode())
                .isEqualTo(405);
        assertThat(send("GET", "/key.pem", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/%2e%2e/checkpoint", new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    void aWitnessThatDoesNotAnswerIsUnreachable() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            unreachable(silent.getLocalPort(), "no answer within 1000 ms");
        }
        try (ServerSocket closed = new ServerSocket(0)) {
            int port = closed.getLocalPort();
            closed.close();
            unreachable(port, "Connect");
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = endless.accept();
                        OutputStream out = socket.getOutputStream()) {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(new byte[8192]);
                    }
                } catch (IOException e) {
                    // the client has closed the connection
                }
            });
            thread.start();
            unreachable(endless.getLocalPort(), "more than 100000 bytes");
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private void unreachable(int port, String why) {
        WitnessClient client = new WitnessClient(COSIGNER.key(), new HttpWitness("http://127.0.0.1:" + port, SECOND));
        assertThatThrownBy(() -> client.cosign(history.checkpoint(8), history.tree(8)::consistency))
                .isInstanceOfSatisfying(
                        WitnessRefused.class, e -> assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.UNREACHABLE))
                .hasMessageContaining(why);
    }

    @Test
    void anAddressMustBeOfHttp() {
        for (String bad : List.of("", "witness", "ftp://w/", "file:///etc", "http://a b/")) {
            assertThatThrownBy(() -> new HttpWitness(bad, SECOND)).isInstanceOf(NotValid.class);
        }
    }
}
