package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server with its data in a folder. It accepts connections from this machine only and with a password only; every commit waits for the disk. It
 * stops with the process that started it. If it ends by itself, it is started again on the same port; after any crash it still has everything that was
 * committed.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);
    private static final int ATTEMPTS = 3;
    private static final int SECONDS_BETWEEN_RESTARTS = 5;
    private static final String SETTINGS = String.join(
            " -c ",
            " -c listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // A recycled file of the WAL keeps its old bytes, also those of erased cases
            "wal_recycle=off",
            "max_connections=200",
            // The error of a refused statement quotes its values; the service itself logs a redacted error
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "timezone=UTC",
            "log_timezone=UTC");

    private final ServerFolder folder;
    private final ServerUser user;
    private final Path programs;
    private final ServerRoles roles;
    private volatile boolean wanted = true;

    private EmbeddedServer(ServerFolder folder) throws IOException {
        this.folder = folder;
        this.user = ServerUser.find();
        this.programs = ServerPrograms.unpack(folder);
        this.roles = ServerRoles.in(folder);
    }

    /**
     * Starts a server on the folder, or finds the one that this process already started there. Returns when the server answers.
     *
     * @throws EmbeddedServerFailed if another process uses the folder or PostgreSQL cannot run here
     */
    public static EmbeddedServer start(Path root) {
        try {
            ServerFolder folder = ServerFolder.at(root);
            folder.requireAccess();
            boolean isFirst = FolderLock.take(folder);
            try {
                return start(folder, isFirst);
            } catch (IOException | RuntimeException failed) {
                if (isFirst) {
                    FolderLock.release(folder);
                }
                throw failed;
            }
        } catch (IOException failed) {
            throw new EmbeddedServerFailed("PostgreSQL cannot be started on " + root, failed);
        }
    }

    private static EmbeddedServer start(ServerFolder folder, boolean isFirst) throws IOException {
        EmbeddedServer server = new EmbeddedServer(folder);
        LeftoverServer leftover = new LeftoverServer(folder);
        if (isFirst) {
            if (leftover.runs()) {
                LOG.warnf("Stopping the PostgreSQL that a killed service left running on %s", folder.root());
                server.stop("fast", 60);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server::stopAfterClients, "embedded-postgresql-stop"));
        }
        if (!leftover.runs()) {
            leftover.clear();
            server.createCluster();
            server.launchOnAFreePort();
            LOG.infof("Started PostgreSQL on 127.0.0.1:%d, data in %s", server.port(), folder.root());
        }
        server.roles.createDatabase(server.port());
        if (isFirst) {
            server.restartOn(server.port());
        }
        return server;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + ServerRoles.DATABASE;
    }

    /** The role of the service. */
    public String username() {
        return ServerRoles.DATABASE;
    }

    /** The role that owns the tables. */
    public String owner() {
        return ServerRoles.OWNER;
    }

    /** The password of the role of the service. */
    public String password() {
        return roles.service().value();
    }

    /** The password of the role that owns the tables. */
    public String ownerPassword() {
        return roles.owner().value();
    }

    /** The file of the API key that the service creates at its first start. */
    public Path apiKeyFile() {
        return folder.apiKey();
    }

    /** Stops the server and releases the folder. */
    @Override
    public void close() {
        try {
            wanted = false;
            stop("fast", 60);
            FolderLock.release(folder);
        } catch (IOException failed) {
            throw new EmbeddedServerFailed("PostgreSQL on " + folder.root() + " cannot be stopped", failed);
        }
    }

    private void createCluster() throws IOException {
        if (Files.isDirectory(folder.cluster())) {
            return;
        }
        Path unfinished = folder.unfinishedCluster();
        ServerFolder.delete(unfinished);
        user.own(Files.createDirectory(unfinished));
        user.own(folder.password());
        Program.Result made = run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!made.succeeded()) {
            throw new EmbeddedServerFailed("PostgreSQL cannot be set up in " + folder.root() + ": " + made.output());
        }
        folder.rename(unfinished, folder.cluster());
    }

    /** Tries several ports, because another process may take a free port before PostgreSQL does. */
    private void launchOnAFreePort() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (launch(freePort())) {
                return;
            }
        }
        throw didNotStart();
    }

    private boolean launch(int port) throws IOException {
        user.own(folder.cluster());
        if (!Files.exists(folder.log())) {
            Files.createFile(folder.log());
        }
        user.own(folder.log());
        String log = folder.log().toString();
        return control("start", "-w", "-t", "600", "-l", log, "-o", "-p " + port + SETTINGS)
                .succeeded();
    }

    private EmbeddedServerFailed didNotStart() throws IOException {
        List<String> log = Files.readAllLines(folder.log());
        return new EmbeddedServerFailed("PostgreSQL did not start. The end of its log " + folder.log() + " is: "
                + String.join(" | ", log.subList(Math.max(0, log.size() - 5), log.size())));
    }

    /** Restarts the server on this port when it ends, unless the service stopped it. */
    @SuppressWarnings("FutureReturnValueIgnored") // restart logs its own failures
    private void restartOn(int port) throws IOException {
        new LeftoverServer(folder).process().ifPresent(process -> process.onExit()
                .thenRun(() -> restart(port)));
    }

    /** Restarts the server on its existing data only. If the data are gone, a new and empty database would hide the loss. */
    private void restart(int port) {
        if (!wanted) {
            return;
        }
        LOG.errorf("PostgreSQL on %s ended by itself. The service starts it again.", folder.root());
        try {
            new LeftoverServer(folder).clear();
            if (!launch(port)) {
                throw didNotStart();
            }
            LOG.infof("PostgreSQL runs again on 127.0.0.1:%d", port);
            restartOn(port);
        } catch (IOException | RuntimeException | Error failed) {
            LOG.errorf("PostgreSQL could not be started again: %s", failed.getMessage());
            CompletableFuture.delayedExecutor(SECONDS_BETWEEN_RESTARTS, TimeUnit.SECONDS)
                    .execute(() -> restart(port));
        }
    }

    /** Stops the server after the service has closed its connections, so that no request is cut off. */
    private void stopAfterClients() {
        wanted = false;
        try {
            if (!stop("smart", 10)) {
                stop("fast", 60);
            }
        } catch (IOException failed) {
            LOG.errorf(failed, "PostgreSQL on %s cannot be stopped", folder.root());
        }
    }

    private boolean stop(String mode, int seconds) throws IOException {
        return !Files.exists(folder.pidFile())
                || control("stop", "-w", "-m", mode, "-t", Integer.toString(seconds))
                        .succeeded();
    }

    private Program.Result control(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        all.addAll(List.of(arguments));
        return run("pg_ctl", all.toArray(String[]::new));
    }

    private Program.Result run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return Program.run(user.prefix(), command);
    }

    /** The port, from the fourth line of {@code postmaster.pid}. */
    private int port() {
        try {
            return Integer.parseInt(Files.readAllLines(folder.pidFile()).get(3).strip());
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException stopped) {
            throw new EmbeddedServerFailed("PostgreSQL on " + folder.root() + " does not run", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
