package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a killed service left in its folder: a PostgreSQL that still runs, or the remains of one that was killed too. The caller must hold the lock of the
 * folder, so no other service uses this server.
 */
final class LeftoverServer {
    private static final long TIMEOUT_SECONDS = 30;

    private final ServerFolder folder;

    LeftoverServer(ServerFolder folder) {
        this.folder = folder;
    }

    /** Whether the server still runs. */
    boolean runs() throws IOException {
        return process().filter(this::isOurs).isPresent();
    }

    /** Removes what would keep PostgreSQL from starting. */
    void clear() throws IOException {
        removeStalePidFile();
        awaitChildren();
    }

    /**
     * Removes a {@code postmaster.pid} whose process id now belongs to another program, as happens when a container is restarted: PostgreSQL would refuse to
     * start. PostgreSQL itself handles the id of a process that no longer exists.
     */
    private void removeStalePidFile() throws IOException {
        if (Files.exists(folder.pidFile())
                && (processId().isEmpty() || process().isPresent())
                && !runs()) {
            Files.delete(folder.pidFile());
        }
    }

    /** Waits for the child processes of a killed server. They end by themselves, and PostgreSQL does not start before that. */
    private void awaitChildren() {
        List<ProcessHandle> children =
                ProcessHandle.allProcesses().filter(this::worksInCluster).toList();
        CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The process named in {@code postmaster.pid}, if it is alive. */
    Optional<ProcessHandle> process() throws IOException {
        return processId().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** The process id in {@code postmaster.pid}; empty if there is no file or no id in it. */
    private Optional<Long> processId() throws IOException {
        if (!Files.exists(folder.pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(folder.pidFile()).stream()
                .limit(1)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments ->
                        Arrays.asList(arguments).contains(folder.cluster().toString()))
                .isPresent();
    }

    private boolean worksInCluster(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(folder.cluster());
        } catch (IOException notOurs) {
            return false;
        }
    }
}
