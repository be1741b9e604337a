package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.TextDirection;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The files in an uploaded zip archive: workbooks and rule files, with or without their folders. */
public final class UploadedFiles {
    private static final int MAX_FILES = 500;
    private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,200}";

    /** The folder of a policy is read without such files, so a downloaded draft would be another one. */
    private static final Pattern HIDDEN = Pattern.compile("(?:.*/)?[.~][^/]*");

    private static final String WORKBOOK = "(" + RulesetReader.WORKBOOK_FOLDER + "/)?" + NAME + "\\.xlsx";

    /** A workbook is a zip archive too (ECMA-376, part 2). */
    private static final String PART_OF_WORKBOOK = "\\[Content_Types]\\.xml|(_rels|docProps|xl)/.*";

    private UploadedFiles() {}

    /** The files, at least one. Unpacking ends at the limits, whatever the archive says of itself. */
    static List<PolicyFile> of(byte[] archive, Limits limits) {
        List<PolicyFile> files = new ArrayList<>();
        long left = limits.unpackedBytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    int most = (int) Math.min(limits.fileBytes(), left);
                    byte[] content = zip.readNBytes(most + 1);
                    if (content.length > most || files.size() == MAX_FILES) {
                        throw tooLarge("the archive", limits);
                    }
                    left -= content.length;
                    String path = path(entry.getName(), "the archive");
                    if (files.stream().anyMatch(file -> file.path().equals(path))) {
                        throw Problems.badParameter(
                                "the archive", Phrase.of("the archive must be without two files {0}.", path));
                    }
                    files.add(new PolicyFile(path, content));
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw notAnArchive();
        }
        if (files.isEmpty()) {
            throw notAnArchive();
        }
        return files;
    }

    /**
     * The file in one part of a form, with the same limits.
     *
     * @param before the files in the parts before it
     */
    static PolicyFile ofPart(String name, byte[] content, List<PolicyFile> before, Limits limits) {
        String path = path(name, "the form");
        long bytes = before.stream().mapToLong(file -> file.bytes().length).sum() + content.length;
        if (content.length > limits.fileBytes() || bytes > limits.unpackedBytes() || before.size() == MAX_FILES) {
            throw tooLarge("files", limits);
        }
        if (before.stream().anyMatch(file -> file.path().equals(path))) {
            throw Problems.badParameter("files", Phrase.of("the form must be without two files {0}.", path));
        }
        return new PolicyFile(path, content);
    }

    /**
     * The workbooks of a form, with the same limits; one without a name is left out, for a form without a file sends one.
     *
     * @param uploads what the form sent, each in a file of its own
     */
    public static List<PolicyFile> ofForm(List<FileUpload> uploads, Limits limits) {
        List<PolicyFile> files = new ArrayList<>();
        long left = limits.unpackedBytes();
        for (FileUpload upload : uploads) {
            String name = upload.fileName();
            if (name.isEmpty()) {
                continue;
            }
            left -= upload.size();
            String path = RulesetReader.WORKBOOK_FOLDER + "/" + name;
            if (!name.matches(NAME + "\\.xlsx")
                    || HIDDEN.matcher(name).matches()
                    || files.stream().anyMatch(file -> file.path().equals(path))) {
                throw Problems.badParameter("files", Phrase.of("{0} must be workbooks (.xlsx), each once.", "files"));
            }
            if (upload.size() > limits.fileBytes() || left < 0 || files.size() == MAX_FILES) {
                throw tooLarge("files", limits);
            }
            try {
                files.add(new PolicyFile(path, Files.readAllBytes(upload.uploadedFile())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (files.isEmpty()) {
            throw noWorkbook();
        }
        return files;
    }

    static HttpProblem noWorkbook() {
        return Problems.badParameter("files", Phrase.of("{0} must be one changed workbook (.xlsx) or more.", "files"));
    }

    private static RuntimeException tooLarge(String name, Limits limits) {
        return Problems.badParameter(
                name,
                Phrase.of(
                        "{0} must be smaller: at most {1} files, each of {2} bytes, together {3}.",
                        name, MAX_FILES, limits.fileBytes(), limits.unpackedBytes()));
    }

    /** The paths of workbooks that a request names, with their folder or without. */
    static Set<String> workbooks(List<String> names) {
        return names.stream()
                .map(name -> {
                    if (!name.matches(WORKBOOK)) {
                        throw Problems.badParameter(
                                "remove",
                                Phrase.of(
                                        "{0} must be a workbook: {1}/NAME.xlsx.",
                                        "remove", RulesetReader.WORKBOOK_FOLDER));
                    }
                    return name.contains("/") ? name : RulesetReader.WORKBOOK_FOLDER + "/" + name;
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RuntimeException notAnArchive() {
        return Problems.badParameter(
                "the body", Phrase.of("the body must be a zip archive with the changed workbooks (.xlsx)."));
    }

    /**
     * The path of a workbook or a rule file that came with its folder or without.
     *
     * @param container in which it came
     */
    private static String path(String name, String container) {
        if (name.matches(PART_OF_WORKBOOK)) {
            throw Problems.badParameter(
                    "the body",
                    Phrase.of(
                            "the body must be a zip archive with the changed workbooks in it. This is a workbook itself: zip it."));
        }
        boolean isWorkbook = name.matches(WORKBOOK);
        boolean isRule = name.matches("(" + RulesetReader.RULE_FOLDER + "/)?" + NAME + "\\.drl");
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        if (!isWorkbook && !isRule) {
            throw Problems.badParameter(
                    "the file " + shown + " of " + container,
                    Phrase.of("the file {0} must be a workbook: {1}/NAME.xlsx.", shown, RulesetReader.WORKBOOK_FOLDER));
        }
        if (HIDDEN.matcher(name).matches() || TextDirection.isOverridden(name)) {
            throw Problems.badParameter(
                    "the file " + shown + " of " + container,
                    Phrase.of(
                            "the file {0} must have a name that does not begin with . or ~, and that reads in one direction.",
                            shown));
        }
        String folder = isWorkbook ? RulesetReader.WORKBOOK_FOLDER : RulesetReader.RULE_FOLDER;
        return name.contains("/") ? name : folder + "/" + name;
    }
}
