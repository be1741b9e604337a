package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What lies where in the folder of an embedded server. */
record ServerFolder(Path root) {

    static ServerFolder at(Path root) throws IOException {
        return new ServerFolder(Files.createDirectories(root).toRealPath());
    }

    /**
     * PostgreSQL serves nobody but the owner of its data.
     *
     * @throws EmbeddedServerFailed if they are somebody else's
     */
    void requireAccess() throws IOException {
        Path needed = Files.exists(cluster()) ? cluster() : root;
        if (!Files.isWritable(needed)) {
            throw new EmbeddedServerFailed("The data folder " + root + " belongs to "
                    + Files.getOwner(needed).getName()
                    + ": start the service as that user, or give it a folder of its own in sheshim.embedded.data-dir");
        }
    }

    /** Held by the service that owns the folder. */
    Path lock() {
        return root.resolve("lock");
    }

    /** The data of PostgreSQL; there only when it is whole. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** Where {@link #cluster} is made. */
    Path unfinishedCluster() {
        return root.resolve("cluster.unfinished");
    }

    /** There while a server runs, or after it was killed. */
    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path password() {
        return root.resolve("password");
    }

    /** The key that opens the service to the owner of the folder. */
    Path apiKey() {
        return root.resolve("api-key");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** Renames, and returns when the new name is on the disk. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to);
        try (FileChannel folder = FileChannel.open(root, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
