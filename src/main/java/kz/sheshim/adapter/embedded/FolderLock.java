package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a folder belong to one process for as long as it lives. The operating system gives the lock back when the process dies,
 * however it dies.
 */
final class FolderLock {
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private FolderLock() {}

    /**
     * Returns false when this process has the lock already. That is noted in a system property, because a live reload or the next
     * {@code @QuarkusTest} loads this class anew, and because opening and closing the file a second time would give up the lock.
     *
     * @throws EmbeddedServerFailed if another process has it
     */
    static boolean take(ServerFolder folder) throws IOException {
        if (System.getProperties().putIfAbsent(note(folder), "held") != null) {
            return false;
        }
        FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            System.clearProperty(note(folder));
            throw new EmbeddedServerFailed("The data folder " + folder.root() + " is in use by another running Sheshim:"
                    + " stop that one, or give this one its own sheshim.embedded.data-dir or a database in"
                    + " quarkus.datasource.jdbc.url");
        }
        HELD.put(folder.lock(), file);
        return true;
    }

    static void giveBack(ServerFolder folder) throws IOException {
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
