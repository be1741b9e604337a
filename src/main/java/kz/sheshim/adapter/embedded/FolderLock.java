package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reserves a folder for one process as long as the process lives. The operating system releases the lock when the process dies, however it dies. */
final class FolderLock {
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private FolderLock() {}

    /**
     * Takes the lock; returns false if this process already has it. A system property remembers that, because a live reload or the next {@code @QuarkusTest}
     * loads this class again, and because opening and closing the file a second time would release the lock.
     *
     * @throws EmbeddedServerFailed if another process has the lock
     */
    static boolean take(ServerFolder folder) throws IOException {
        if (System.getProperties().putIfAbsent(note(folder), "held") != null) {
            return false;
        }
        FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            System.clearProperty(note(folder));
            throw new EmbeddedServerFailed("The data folder " + folder.root() + " is in use by another running Sheshim."
                    + " Stop that one, or set sheshim.embedded.data-dir to another folder or quarkus.datasource.jdbc.url to a"
                    + " database.");
        }
        HELD.put(folder.lock(), file);
        return true;
    }

    static void release(ServerFolder folder) throws IOException {
        FileChannel file = HELD.remove(folder.lock());
        if (file != null) {
            file.close();
            System.clearProperty(note(folder));
        }
    }

    private static String note(ServerFolder folder) {
        return "kz.sheshim.embedded.lock:" + folder.lock();
    }
}
