package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The layout of the folder of an embedded server. */
record ServerFolder(Path root) {

    static ServerFolder at(Path root) throws IOException {
        return new ServerFolder(Files.createDirectories(root).toRealPath());
    }

    /**
     * Checks that the service can write to the folder; PostgreSQL starts only for the owner of its data.
     *
     * @throws EmbeddedServerFailed if the data belong to another user
     */
    void requireAccess() throws IOException {
        Path needed = Files.exists(cluster()) ? cluster() : root;
        if (!Files.isWritable(needed)) {
            throw new EmbeddedServerFailed("The data folder " + root + " belongs to "
                    + Files.getOwner(needed).getName()
                    + ". Start the service as that user, or set sheshim.embedded.data-dir to another folder.");
        }
    }

    /** Locked by the service that uses the folder. */
    Path lock() {
        return root.resolve("lock");
    }

    /** The data of PostgreSQL; exists only when it is complete. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** {@link #cluster} while it is being created. */
    Path unfinishedCluster() {
        return root.resolve("cluster.unfinished");
    }

    /** Exists while a server runs, and after it was killed. */
    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    /** Of the superuser. */
    Path password() {
        return root.resolve("password");
    }

    Path passwordOfOwner() {
        return root.resolve("password-owner");
    }

    Path passwordOfService() {
        return root.resolve("password-service");
    }

    /** The first API key of the service. */
    Path apiKey() {
        return root.resolve("api-key");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** Renames a file or folder. Returns when the new name is on the disk. */
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
