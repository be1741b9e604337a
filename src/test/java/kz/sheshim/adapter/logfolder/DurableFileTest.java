package kz.sheshim.adapter.logfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.sheshim.log.tree.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void servicesThatStartAtOnceHaveOneKey() throws Exception {
        Path file = folder.resolve("key.pem");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<KeyPair>> keys = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                keys.add(pool.submit(() -> {
                    go.await();
                    return KeyFile.readOrCreate(file);
                }));
            }
            go.countDown();
            for (Future<KeyPair> key : keys) {
                assertThat(Ed25519.raw(key.get().getPublic()))
                        .isEqualTo(Ed25519.raw(KeyFile.read(file).getPublic()));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(names()).containsExactly("key.pem");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void replacedFileIsWholeAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("checkpoint");
        DurableFile.replace(file, new byte[] {1, 2, 3});
        DurableFile.replace(file, new byte[] {4});
        DurableFile.append(file, new byte[] {5});
        assertThat(Files.readAllBytes(file)).containsExactly(4, 5);
        assertThat(names()).containsExactly("checkpoint");
        DurableFile.remove(file);
        DurableFile.remove(file);
        assertThat(names()).isEmpty();
    }

    @Test
    void foldersAreMadeWithThoseAbove() throws IOException {
        Path deep = folder.resolve("a/b/c");
        assertThat(DurableFile.folder(deep)).isDirectory();
        DurableFile.folder(deep);
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> DurableFile.folder(file.resolve("x")));
    }
}
