package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.sheshim.policy.PolicyFile;

/** A small policy of workbooks from which a person begins another one. The program brings it as files; it is clean. */
public final class StarterPolicy {
    private static final List<String> FILES = List.of(
            "vocabulary.xlsx", "rules.xlsx", "calendar.xlsx", "receipts.xlsx", "scenarios.xlsx", "example.json");

    /** The name that it has in its workbooks. */
    private static final String NAME = "name-of-policy";

    private static final String TEXTS = "xl/sharedStrings.xml";

    private StarterPolicy() {}

    /**
     * Its workbooks and an application to try them with.
     *
     * @param name the id of the new policy: kebab-case
     */
    public static List<PolicyFile> named(String name) {
        try {
            return FILES.stream()
                    .map(file -> new PolicyFile("decision-tables/" + file, named(file, name)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("The files of a new policy cannot be read from the program", e);
        }
    }

    private static byte[] named(String file, String name) {
        try (InputStream in =
                Objects.requireNonNull(StarterPolicy.class.getResourceAsStream("starter/" + file), file)) {
            byte[] bytes = in.readAllBytes();
            return file.endsWith(".xlsx") ? renamed(bytes, name) : bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] renamed(byte[] workbook, String name) throws IOException {
        ByteArrayOutputStream renamed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(renamed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(TEXTS)
                                ? new String(part, StandardCharsets.UTF_8)
                                        .replace(NAME, name)
                                        .getBytes(StandardCharsets.UTF_8)
                                : part);
                out.closeEntry();
            }
        }
        return renamed.toByteArray();
    }
}
