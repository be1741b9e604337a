package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.TreeStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** The host of a service is lost while it has a turn: no packet of it arrives any more, not even the end of its connections. */
class LostHostIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @BeforeAll
    static void store() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    /** Stands between a service and the database. */
    private static final class Network implements AutoCloseable {
        private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int database;
        private volatile boolean silent;

        Network(int database) throws IOException {
            this.database = database;
            start(() -> {
                while (true) {
                    Socket service = entrance.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                    start(() -> pass(service.getInputStream(), server.getOutputStream()));
                    start(() -> pass(server.getInputStream(), service.getOutputStream()));
                }
            });
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException closed) {
                    // the test is over
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private void pass(InputStream from, OutputStream to) throws IOException {
            byte[] bytes = new byte[8_192];
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                if (!silent) {
                    to.write(bytes, 0, read);
                    to.flush();
                }
            }
        }

        void swallow() {
            silent = true;
        }

        int port() {
            return entrance.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            entrance.close();
        }
    }

    /** As the service connects. */
    private static PGSimpleDataSource through(Network network) throws IOException {
        Properties shipped = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            shipped.load(file);
        }
        PGSimpleDataSource database = (PGSimpleDataSource) POSTGRES.database();
        database.setPortNumbers(new int[] {network.port()});
        database.setOptions(shipped.getProperty("quarkus.datasource.jdbc.additional-jdbc-properties.options"));
        return database;
    }

    private static Network network() throws IOException {
        return new Network(((PGSimpleDataSource) POSTGRES.database()).getPortNumbers()[0]);
    }

    @Test
    void anotherIntegratorTakesTheTurn() throws Exception {
        TreeStore other = new PostgresTreeStore(POSTGRES.database());
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (Network network = network()) {
            TreeStore lost = new PostgresTreeStore(through(network));
            CompletableFuture<Optional<Boolean>> turn = CompletableFuture.supplyAsync(() -> lost.inTurn(own -> {
                own.newest();
                network.swallow();
                taken.countDown();
                try {
                    over.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }));
            taken.await();
            assertThat(other.inTurn(own -> true)).isEmpty();
            long began = System.nanoTime();
            while (other.inTurn(own -> true).isEmpty()) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
                Thread.sleep(100);
            }
            over.countDown();
            assertThatThrownBy(turn::join).hasCauseInstanceOf(LogUnavailable.class);
        }
    }

    @Test
    void othersDecideAgain() throws Exception {
        try (Network network = network();
                Connection lost = through(network).getConnection();
                PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            lost.setAutoCommit(false);
            try (Statement statement = lost.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.decision'))");
                network.swallow();
                long began = System.nanoTime();
                while (!decides(log)) {
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON.plusSeconds(10));
                }
                lost.setNetworkTimeout(Runnable::run, 1_000);
                assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            }
        }
    }

    private static boolean decides(PostgresDecisionLog log) {
        try {
            DecisionFixture.append(log, DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null)
                    .toCompletableFuture()
                    .join();
            return true;
        } catch (RuntimeException notNow) {
            return false;
        }
    }

    @Test
    void databaseKnowsTheTimeouts() throws Exception {
        try (Network network = network();
                Connection connection = through(network).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('idle_in_transaction_session_timeout'),"
                        + " current_setting('tcp_user_timeout'), current_setting('tcp_keepalives_idle'),"
                        + " current_setting('client_connection_check_interval')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("10s");
            assertThat(row.getString(2)).isIn("10s", "10000");
            assertThat(row.getString(3)).isEqualTo("5");
            assertThat(row.getString(4)).isEqualTo("5s");
        }
    }
}
