package kz.sheshim.adapter.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Limits;

/**
 * A folder that contains {@code decision-tables/*.xlsx}, {@code decision-tables/example.json} and {@code rules/*.drl}. Hidden files, and what office
 * programs and systems put beside others, are skipped.
 */
public final class FolderPolicySource implements PolicySource {
    private static final String EXAMPLE = "example.json";
    /** Hidden files, and files that office programs and systems put beside others: locks, half-saved files, pictures of folders. */
    private static final Pattern LITTER = Pattern.compile(
            "[.~].*|.*~|(?:eh)?thumbs\\.db|desktop\\.ini|icon\\r|.*\\.(?:tmp|temp|part|crdownload)|[0-9a-f]{8}",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_FILES = 500;

    /** A file that is replaced may keep its size and time. No program can set the time of change (ctime) that Unix keeps. */
    private static final String STAMP =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:size,lastModifiedTime,ctime,ino"
                    : "size,lastModifiedTime,creationTime,fileKey";

    private final Path root;
    private final Limits limits;

    public FolderPolicySource(Path root) {
        this(root, Limits.USUAL);
    }

    public FolderPolicySource(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    @Override
    public List<PolicyFile> files() {
        List<PolicyFile> files = new ArrayList<>();
        long bytes = 0;
        for (Path path : paths()) {
            PolicyFile file = read(path, limits.unpackedBytes() - bytes);
            bytes += file.bytes().length;
            files.add(file);
        }
        files.sort(Comparator.comparing(PolicyFile::path));
        return files;
    }

    /** Reads regular files only: a pipe or a device may never end. */
    private PolicyFile read(Path path, long left) {
        String name = name(path);
        try {
            BasicFileAttributes kind = Files.readAttributes(path, BasicFileAttributes.class);
            if (!kind.isRegularFile()) {
                return PolicyFile.unread(
                        name,
                        new UnreadableFile(
                                kind.isDirectory()
                                        ? Phrase.of("it is a folder")
                                        : Phrase.of("it is not a regular file")));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes =
                        in.readNBytes((int) Math.min(limits.fileBytes(), Math.min(left, Integer.MAX_VALUE - 16)) + 1);
                if (bytes.length > limits.fileBytes()) {
                    return PolicyFile.unread(
                            name,
                            new TooLarge(
                                    Phrase.of("the file is larger than {0} bytes", limits.fileBytes()),
                                    "max-file-bytes"));
                }
                return bytes.length > left
                        ? PolicyFile.unread(
                                name,
                                new TooLarge(
                                        Phrase.of(
                                                "this file and the files before it are together larger than {0} bytes",
                                                limits.unpackedBytes()),
                                        "max-unpacked-bytes"))
                        : new PolicyFile(name, bytes);
            }
        } catch (IOException e) {
            return PolicyFile.unread(name, new UnreadableFile(reason(e)));
        }
    }

    private static Phrase reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return Phrase.of("the user who runs Sheshim may not read it");
        }
        if (e instanceof NoSuchFileException) {
            return Phrase.of("it is a link to a file that does not exist");
        }
        if (e instanceof FileSystemLoopException
                || String.valueOf(e.getMessage()).contains("symbolic links")) {
            return Phrase.of("it is a link that leads back to itself");
        }
        return Phrase.of("{0}", Wording.shown(String.valueOf(e.getMessage())));
    }

    @Override
    public Optional<byte[]> example() {
        Path example = root.resolve(RulesetReader.WORKBOOK_FOLDER).resolve(EXAMPLE);
        if (!Files.exists(example)) {
            return Optional.empty();
        }
        PolicyFile file = read(example, limits.fileBytes());
        Defect unread = file.unread();
        if (unread != null) {
            throw new UncheckedIOException("cannot read " + example, new IOException(unread.message()));
        }
        return Optional.of(file.bytes());
    }

    @Override
    public String stamp() {
        StringBuilder stamp = new StringBuilder();
        List<Path> paths;
        try {
            paths = paths();
        } catch (UncheckedIOException e) {
            return "unreadable: " + e.getMessage();
        }
        for (Path path : paths) {
            try {
                stamp.append(name(path))
                        .append(' ')
                        .append(new TreeMap<>(Files.readAttributes(path, STAMP)))
                        .append('\n');
            } catch (IOException e) {
                stamp.append(name(path)).append(" unreadable\n");
            }
        }
        return stamp.toString();
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>(in(RulesetReader.WORKBOOK_FOLDER));
        if (Files.isDirectory(root.resolve(RulesetReader.RULE_FOLDER))) {
            paths.addAll(in(RulesetReader.RULE_FOLDER));
        }
        return paths;
    }

    /** All files, also of other types: the reader reports those that it does not use. */
    private List<Path> in(String folder) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            throw new UncheckedIOException(
                    "this folder does not exist: " + directory.toAbsolutePath().normalize(),
                    new NoSuchFileException(directory.toString()));
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> paths = entries.filter(path ->
                            !LITTER.matcher(path.getFileName().toString()).matches()
                                    && !path.getFileName().toString().equals(EXAMPLE))
                    .limit(MAX_FILES + 1)
                    .sorted()
                    .toList();
            if (paths.size() > MAX_FILES) {
                throw new UncheckedIOException(
                        directory + " contains more than " + MAX_FILES + " files",
                        new IOException("more than " + MAX_FILES + " files"));
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
