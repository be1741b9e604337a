package kz.sheshim.adapter.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.ruleset.PolicyFile;
import kz.sheshim.ruleset.PolicySource;
import kz.sheshim.ruleset.RulesetReader;

/** A folder with decision-tables/*.xlsx, decision-tables/example.json and rules/*.drl below it. Lock files of office programs and hidden files are not read. */
public final class FolderPolicySource implements PolicySource {
    private static final String EXAMPLE = "example.json";

    private final Path root;

    public FolderPolicySource(Path root) {
        this.root = root;
    }

    @Override
    public List<PolicyFile> files() {
        List<PolicyFile> files = new ArrayList<>();
        for (Path path : paths()) {
            try {
                files.add(new PolicyFile(name(path), Files.readAllBytes(path)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        files.sort(Comparator.comparing(PolicyFile::path));
        return files;
    }

    @Override
    public Optional<byte[]> example() {
        Path example = root.resolve(RulesetReader.WORKBOOK_FOLDER).resolve(EXAMPLE);
        try {
            return Files.exists(example) ? Optional.of(Files.readAllBytes(example)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + example, e);
        }
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
                        .append(Files.size(path))
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
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
        paths.addAll(in(RulesetReader.RULE_FOLDER));
        return paths;
    }

    /** Files of other kinds too: the reader says that they take no part. */
    private List<Path> in(String folder) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            throw new UncheckedIOException(
                    "there is no folder " + directory.toAbsolutePath().normalize(),
                    new NoSuchFileException(directory.toString()));
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("~$")
                            && !path.getFileName().toString().startsWith(".")
                            && !path.getFileName().toString().equals(EXAMPLE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
