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
 * What a service that was killed left in its folder: a PostgreSQL that still runs, or one that was killed too. Whoever asks holds
 * the lock of the folder, so nobody uses it any more.
 */
final class LeftoverServer {
    private static final long PATIENCE_SECONDS = 30;

    private final ServerFolder folder;

    LeftoverServer(ServerFolder folder) {
        this.folder = folder;
    }

    /** Whether it still runs. */
    boolean runs() throws IOException {
        return process().filter(this::isOurs).isPresent();
    }

    /** Clears away what would keep PostgreSQL from starting. */
    void clearAway() throws IOException {
        forgetReusedNumber();
        awaitChildren();
    }

    /**
     * Removes a {@code postmaster.pid} that names a foreign process: the number was given out again, as happens when a container
     * starts anew, and PostgreSQL would refuse to start. Of a number that nobody has, PostgreSQL takes care.
     */
    private void forgetReusedNumber() throws IOException {
        if (Files.exists(folder.pidFile()) && (number().isEmpty() || process().isPresent()) && !runs()) {
            Files.delete(folder.pidFile());
        }
    }

    /** Waits for the children of a killed server, which end by themselves; PostgreSQL does not start while they live. */
    private void awaitChildren() {
        List<ProcessHandle> children =
                ProcessHandle.allProcesses().filter(this::worksInCluster).toList();
        CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The process that the folder names, if it lives. */
    Optional<ProcessHandle> process() throws IOException {
        return number().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** The number of the process; empty when there is no file or nothing sensible in it. */
    private Optional<Long> number() throws IOException {
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
