package kz.sheshim.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import kz.sheshim.finding.Defect;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may lie in a folder besides workbooks. */
@Timeout(120)
class FolderPolicySourceTest {
    private static final Limits LIMITS = new Limits(1_000, 2_500, 10, 10, 10, Duration.ofSeconds(1));

    @TempDir
    Path root;

    private Path tables;

    @BeforeEach
    void folders() throws IOException {
        tables = Files.createDirectory(root.resolve("decision-tables"));
        Files.createDirectory(root.resolve("rules"));
        Files.writeString(tables.resolve("good.xlsx"), "good");
    }

    /** The defect of the only other file besides the good one. */
    private Defect unread(Limits limits) {
        var files = new FolderPolicySource(root, limits).files();
        assertThat(files).hasSize(2);
        return Objects.requireNonNull(files.stream()
                .map(PolicyFile::unread)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void fileOfFiveGigabytesIsNotTaken() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(tables.resolve("huge.xlsx").toFile(), "rw")) {
            file.setLength(5_000_000_000L);
        }
        assertThat(unread(Limits.USUAL).message()).contains("10000000 bytes").contains("max-file-bytes");
    }

    @Test
    void filesThatAreTooManyBytesTogetherAreNotTaken() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.write(tables.resolve(i + ".xlsx"), new byte[900]);
        }
        assertThat(new FolderPolicySource(root, LIMITS).files())
                .filteredOn(file -> file.unread() != null)
                .extracting(PolicyFile::path)
                .containsExactly("decision-tables/2.xlsx", "decision-tables/3.xlsx", "decision-tables/4.xlsx");
    }

    @Test
    void pipeIsNotWaitedFor() throws Exception {
        Process made = new ProcessBuilder("mkfifo", tables.resolve("pipe.xlsx").toString()).start();
        assumeTrue(made.waitFor() == 0);
        assertThat(unread(LIMITS).message()).contains("not a regular file");
    }

    @Test
    void folderThatIsNamedLikeAWorkbookIsNoFile() throws IOException {
        Files.createDirectory(tables.resolve("old.xlsx"));
        assertThat(unread(LIMITS).message()).contains("a folder");
    }

    @Test
    void linkThatLeadsBackToItselfIsNotFollowed() throws IOException {
        Files.createSymbolicLink(tables.resolve("a.xlsx"), tables.resolve("b.xlsx"));
        Files.createSymbolicLink(tables.resolve("b.xlsx"), tables.resolve("a.xlsx"));
        assertThat(new FolderPolicySource(root, LIMITS).files())
                .filteredOn(file -> file.unread() != null)
                .hasSize(2)
                .allSatisfy(
                        file -> assertThat(Objects.requireNonNull(file.unread()).message())
                                .contains("back to itself"));
    }

    @Test
    void linkToNowhereIsAFinding() throws IOException {
        Files.createSymbolicLink(tables.resolve("a.xlsx"), root.resolve("nowhere"));
        assertThat(unread(LIMITS).message()).contains("does not exist");
    }

    @Test
    void fileThatThisUserMayNotReadIsAFinding() throws IOException {
        Path secret = Files.writeString(tables.resolve("secret.xlsx"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "root reads everything");
        assertThat(unread(LIMITS).message()).contains("may not read");
    }

    @Test
    void lockFilesAndHiddenFilesAreLeftOut() throws IOException {
        for (String name : new String[] {
            "~$good.xlsx",
            ".~lock.good.xlsx#",
            ".DS_Store",
            "._good.xlsx",
            "Thumbs.db",
            "desktop.ini",
            "~WRL0001.tmp",
            "7B8A3000",
            "good.xlsx.tmp",
            "good.xlsx.crdownload",
            "good.xlsx~",
            "example.json"
        }) {
            Files.writeString(tables.resolve(name), "x");
        }
        assertThat(new FolderPolicySource(root, LIMITS).files())
                .extracting(PolicyFile::path)
                .containsExactly("decision-tables/good.xlsx");
    }

    @Test
    void folderWithTooManyFilesCannotBeRead() throws IOException {
        for (int i = 0; i < 501; i++) {
            Files.createFile(tables.resolve(i + ".xlsx"));
        }
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new FolderPolicySource(root, LIMITS).files())
                .withMessageContaining("500");
    }

    @Test
    void replacedFileOfTheSameSizeAndTimeIsAChange() throws IOException {
        FolderPolicySource source = new FolderPolicySource(root, LIMITS);
        Path good = tables.resolve("good.xlsx");
        String before = source.stamp();
        assertThat(source.stamp()).isEqualTo(before);
        FileTime time = Files.getLastModifiedTime(good);
        byte[] bytes = Files.readAllBytes(good);
        bytes[0]++;
        Path other = Files.write(root.resolve("other"), bytes);
        Files.setLastModifiedTime(other, time);
        Files.move(other, good, StandardCopyOption.REPLACE_EXISTING);
        assertThat(source.stamp()).isNotEqualTo(before);
    }
}
