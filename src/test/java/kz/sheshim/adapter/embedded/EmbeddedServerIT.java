package kz.sheshim.adapter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    /** The folder of a server that was set up and stopped; each test gets a copy. */
    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    private final List<AutoCloseable> toClose = new ArrayList<>();

    @BeforeAll
    static void prepare() throws IOException {
        SharedPrograms.in(prepared);
        EmbeddedServer.start(prepared).close();
    }

    @AfterAll
    static void unlink() throws IOException {
        SharedPrograms.unlink(prepared);
    }

    @BeforeEach
    void copy() throws IOException {
        SharedPrograms.in(folder);
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Path copy = folder.resolve(prepared.relativize(each).toString());
                if (!copy.equals(folder)) {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
        SharedPrograms.unlink(folder);
    }

    @Test
    void everyCommitWaitsForTheDisk() throws SQLException {
        EmbeddedServer server = start();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask(server, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void eachRoleHasAPasswordOfItsOwn() throws Exception {
        EmbeddedServer server = start();
        requireOwnPasswords(server);
        server.close();
        toClose.clear();

        EmbeddedServer again = start();
        assertThat(again.password()).isEqualTo(server.password());
        String common = Files.readString(folder.resolve("password"));
        try (Connection superuser = DriverManager.getConnection(again.jdbcUrl(), "postgres", common);
                Statement statement = superuser.createStatement()) {
            for (String role : List.of(again.owner(), again.username())) {
                statement.execute("ALTER ROLE " + role + " PASSWORD '" + common + "'");
            }
        }
        again.close();
        toClose.clear();
        Files.delete(folder.resolve("password-owner"));
        Files.delete(folder.resolve("password-service"));
        requireOwnPasswords(start());
    }

    private void requireOwnPasswords(EmbeddedServer server) throws Exception {
        String superuser = Files.readString(folder.resolve("password"));
        assertThat(server.password()).isNotEqualTo(server.ownerPassword()).isNotEqualTo(superuser);
        for (String[] wrong : new String[][] {
            {"postgres", server.password()},
            {"postgres", server.ownerPassword()},
            {server.owner(), server.password()},
            {server.owner(), superuser},
            {server.username(), superuser}
        }) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), wrong[0], wrong[1]))
                    .hasMessageContaining("password");
        }
        for (String file : List.of("password", "password-owner", "password-service")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void onlyThisMachineAndOnlyWithThePassword() throws Exception {
        EmbeddedServer server = start();

        assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void dataOutliveARestart() throws SQLException {
        EmbeddedServer server = start();
        write(server, "before");
        server.close();

        EmbeddedServer again = EmbeddedServer.start(folder);

        toClose.set(0, again);
        assertThat(ask(again, "SELECT text FROM note")).isEqualTo("before");
    }

    @Test
    void serverThatDiesIsStartedAgainWhereItWasWithItsData() throws Exception {
        EmbeddedServer server = start();
        write(server, "before");
        for (int death = 1; death <= 2; death++) {
            ProcessHandle first = server();
            String url = server.jdbcUrl();
            kill(first);

            awaitSuccessor(first);

            assertThat(server.jdbcUrl()).isEqualTo(url);
            assertThat(ask(server, "SELECT text FROM note")).isEqualTo("before");
        }
    }

    private void awaitSuccessor(ProcessHandle killed) throws Exception {
        Path pidFile = ServerFolder.at(folder).pidFile();
        long end = System.nanoTime() + A_MINUTE.toNanos();
        while (System.nanoTime() < end) {
            // The eighth line says what the server is doing.
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            if (lines.size() >= 8
                    && Long.parseLong(lines.get(0)) != killed.pid()
                    && lines.get(7).strip().equals("ready")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("nobody started it again");
    }

    /** Root can write everywhere; to other users, the folder of another user looks like this. */
    @Test
    void dataThatOnlyAnotherUserMayWriteAreRefused() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.createDirectory(
                theirs.resolve("cluster"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));

        assertThatThrownBy(() -> EmbeddedServer.start(theirs))
                .isInstanceOf(EmbeddedServerFailed.class)
                .hasMessageContaining("belongs to");
    }

    @Test
    void dataOutliveTheSuddenDeathOfTheService() throws Exception {
        Process other = AnotherService.start(folder);
        ProcessHandle orphan = server();
        other.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        EmbeddedServer server = start();

        assertThat(orphan.onExit()).succeedsWithin(A_MINUTE);
        assertThat(ask(server, "SELECT current_database()")).isEqualTo("sheshim");
    }

    @Test
    void dataOutliveTheSuddenDeathOfBoth() throws Exception {
        Process other = AnotherService.start(folder);
        other.destroyForcibly().waitFor();
        kill(server());

        assertThat(ask(start(), "SELECT current_database()")).isEqualTo("sheshim");
    }

    @Test
    void aProcessThatGotTheNumberOfTheServerIsLeftAlone() throws Exception {
        Process other = AnotherService.start(folder);
        other.destroyForcibly().waitFor();
        kill(server());
        Path pidFile = ServerFolder.at(folder).pidFile();
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        assertThat(ask(start(), "SELECT current_database()")).isEqualTo("sheshim");
    }

    @Test
    void folderOfALivingServiceIsRefused() throws Exception {
        Process other = AnotherService.start(folder);
        ProcessHandle server = server();

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(EmbeddedServerFailed.class)
                .hasMessageContaining("in use by another running Sheshim")
                .hasMessageNotContaining("\n");
        assertThat(server.isAlive()).isTrue();

        other.destroy();
        assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(server.onExit()).as("stops with its service").succeedsWithin(A_MINUTE);
    }

    @Test
    void secondStartInTheSameProcessFindsTheServer() {
        EmbeddedServer server = start();

        assertThat(EmbeddedServer.start(folder).jdbcUrl()).isEqualTo(server.jdbcUrl());
    }

    @Test
    void logIsUnavailableWhenTheServerIsGone() {
        EmbeddedServer server = start();
        var database = PostgresFixture.database(server);
        server.close();
        var store = new PostgresRevisionStore(database);

        assertThatThrownBy(store::list).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> store.store(new Revision("sha256:" + "0".repeat(64)), List.of(), Instant.EPOCH))
                .isInstanceOf(LogUnavailable.class);
    }

    private EmbeddedServer start() {
        EmbeddedServer server = EmbeddedServer.start(folder);
        toClose.add(server);
        return server;
    }

    private static void write(EmbeddedServer server, String text) throws SQLException {
        try (Connection connection = PostgresFixture.owner(server).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note AS SELECT '" + text + "' AS text");
        }
    }

    private static String ask(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = PostgresFixture.owner(server).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private ProcessHandle server() throws IOException {
        String number = Files.readAllLines(ServerFolder.at(folder).pidFile()).get(0);
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
