package kz.sheshim.adapter.logfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void keyThatWasMadeIsReadAgainAndIsItsOwnersOnly() throws IOException {
        Path file = folder.resolve("new/search-key");
        assertThat(SearchKeyFile.readOrCreate(file))
                .isEqualTo(SearchKeyFile.readOrCreate(file))
                .isEqualTo(SearchKeyFile.read(file))
                .isNotEqualTo(SearchKeyFile.readOrCreate(folder.resolve("another")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keyThatOthersMayReadIsNotUsed() throws IOException {
        Path file = folder.resolve("search-key");
        SearchKeyFile.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SearchKeyFile.readOrCreate(file))
                .isInstanceOf(LogFolderFailed.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void whatIsNoKeyIsNotUsed() throws IOException {
        Path file = folder.resolve("search-key");
        SearchKeyFile.readOrCreate(file);
        for (String text :
                new String[] {"", "QUJD", "no key", Files.readString(file).substring(4)}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SearchKeyFile.read(file))
                    .isInstanceOf(LogFolderFailed.class)
                    .hasMessageContaining("openssl rand -base64 32");
        }
        assertThatThrownBy(() -> SearchKeyFile.read(folder.resolve("none"))).isInstanceOf(LogFolderFailed.class);
    }
}
