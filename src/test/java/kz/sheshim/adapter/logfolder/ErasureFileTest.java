package kz.sheshim.adapter.logfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.sheshim.erasure.SeenErasures.Seen;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureFileTest {
    @TempDir
    Path folder;

    private static Seen seen(int number) {
        return new Seen(
                new EntryNumber(number),
                new DecisionId(new UUID(7, number)),
                Instant.parse("2026-11-20T05:15:00.120Z"),
                "retention-ended");
    }

    private static List<List<Seen>> read(ErasureFile file) {
        List<List<Seen>> groups = new ArrayList<>();
        file.read(2, groups::add);
        return groups;
    }

    @Test
    void whatWasAddedIsReadAgainInItsOrder() {
        ErasureFile file = new ErasureFile(folder);
        assertThat(file.last()).isEmpty();
        file.add(List.of(seen(7), seen(9)));
        file.add(List.of());
        file.add(List.of(seen(3)));
        ErasureFile again = new ErasureFile(folder);
        assertThat(again.last()).contains(seen(3));
        assertThat(read(again)).containsExactly(List.of(seen(7), seen(9)), List.of(seen(3)));
    }

    @Test
    void unfinishedLineOfACrashWasNotAdded() throws IOException {
        new ErasureFile(folder).add(List.of(seen(7)));
        Files.writeString(folder.resolve("erasures"), "8 00000000-0000", StandardOpenOption.APPEND);
        ErasureFile again = new ErasureFile(folder);
        again.add(List.of(seen(9)));
        assertThat(read(new ErasureFile(folder))).containsExactly(List.of(seen(7), seen(9)));
    }

    @Test
    void damagedFileIsNotUsed() throws IOException {
        for (String line : List.of("7", "x " + new UUID(7, 7) + " 2026-11-20T05:15:00.120Z a", "", "1 2 3 4")) {
            Files.writeString(folder.resolve("erasures"), line + "\n");
            assertThatThrownBy(() -> new ErasureFile(folder))
                    .isInstanceOf(LogFolderFailed.class)
                    .hasMessageContaining("is damaged in the line \"" + line + "\"");
        }
    }
}
