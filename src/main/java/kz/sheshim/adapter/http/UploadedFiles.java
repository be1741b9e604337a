package kz.sheshim.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.workbook.Limits;

/** The files in an uploaded zip archive: workbooks and rule files, with or without their folders. */
final class UploadedFiles {
    private static final int MAX_FILES = 500;
    private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,200}";

    private static final String WORKBOOK = "(" + RulesetReader.WORKBOOK_FOLDER + "/)?" + NAME + "\\.xlsx";

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
                        throw Problems.badParameter(
                                "the archive",
                                "smaller: at most " + MAX_FILES + " files, each of " + limits.fileBytes()
                                        + " bytes, together " + limits.unpackedBytes());
                    }
                    left -= content.length;
                    files.add(new PolicyFile(path(entry.getName()), content));
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

    /** The paths of workbooks that a request names, with their folder or without. */
    static Set<String> workbooks(List<String> names) {
        return names.stream()
                .map(name -> {
                    if (!name.matches(WORKBOOK)) {
                        throw Problems.badParameter(
                                "remove", "a workbook: " + RulesetReader.WORKBOOK_FOLDER + "/NAME.xlsx");
                    }
                    return path(name);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RuntimeException notAnArchive() {
        return Problems.badParameter("the body", "a zip archive with the changed workbooks (.xlsx)");
    }

    private static String path(String name) {
        boolean isWorkbook = name.matches(WORKBOOK);
        boolean isRule = name.matches("(" + RulesetReader.RULE_FOLDER + "/)?" + NAME + "\\.drl");
        if (!isWorkbook && !isRule) {
            throw Problems.badParameter(
                    "the file " + name.replaceAll("\\p{Cntrl}", "?") + " of the archive",
                    "a workbook: " + RulesetReader.WORKBOOK_FOLDER + "/NAME.xlsx");
        }
        String folder = isWorkbook ? RulesetReader.WORKBOOK_FOLDER : RulesetReader.RULE_FOLDER;
        return name.contains("/") ? name : folder + "/" + name;
    }
}
