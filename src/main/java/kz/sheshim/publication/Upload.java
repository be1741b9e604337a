package kz.sheshim.publication;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.vocabulary.Phrase;

/**
 * What somebody changes in the files of a draft at once.
 *
 * @param files whole files; those of the same path are replaced
 * @param removed paths of workbooks that the draft shall have no more
 * @param withRules whether the rule files of the folder are taken too
 */
public record Upload(List<PolicyFile> files, Set<String> removed, boolean withRules) {
    public Upload {
        files = List.copyOf(files);
        removed = Set.copyOf(removed);
    }

    /** Only these workbooks. */
    public static Upload of(List<PolicyFile> files) {
        return new Upload(files, Set.of(), false);
    }

    /** The rule files among these. */
    static List<PolicyFile> rules(List<PolicyFile> files) {
        return files.stream().filter(Upload::isRule).toList();
    }

    static boolean isRule(PolicyFile file) {
        return file.path().startsWith(RulesetReader.RULE_FOLDER + "/");
    }

    /**
     * The files after the change, sorted by path.
     *
     * @param folder the files of the folder of the service
     * @throws DraftRefused if a file is code, what is to be removed is no workbook of these, or two have almost the same name
     */
    List<PolicyFile> onto(List<PolicyFile> before, Supplier<List<PolicyFile>> folder) {
        Map<String, PolicyFile> byPath = new TreeMap<>();
        if (!files.isEmpty() && files.stream().allMatch(Upload::isRule)) {
            throw code(files.get(0));
        }
        before.forEach(file -> byPath.put(file.path(), file));
        removed.forEach(path -> remove(path, byPath));
        files.forEach(file -> put(file, byPath));
        if (withRules) {
            byPath.values().removeIf(Upload::isRule);
            rules(folder.get()).forEach(rule -> byPath.put(rule.path(), rule));
        }
        requireDifferentNames(byPath.keySet());
        return byPath.values().stream()
                .sorted(Comparator.comparing(PolicyFile::path))
                .toList();
    }

    /** Names that differ only in capital letters are one file on many computers. */
    private static void requireDifferentNames(Set<String> paths) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String path : paths) {
            String other = known.putIfAbsent(path, path);
            if (other != null) {
                throw new DraftRefused(
                        Reason.FAULTY,
                        Phrase.of(
                                "The names {0} and {1} differ only in capital letters. Use the same name, or remove the other workbook.",
                                other, path));
            }
        }
    }

    private static void remove(String path, Map<String, PolicyFile> byPath) {
        PolicyFile file = byPath.get(path);
        if (file == null || isRule(file)) {
            List<String> workbooks = byPath.values().stream()
                    .filter(each -> !isRule(each))
                    .map(PolicyFile::path)
                    .toList();
            throw new DraftRefused(
                    Reason.UNKNOWN_WORKBOOK,
                    Phrase.of(
                            "There is no workbook {0} to remove. Workbooks: {1}.", path, String.join(", ", workbooks)));
        }
        byPath.remove(path);
    }

    /** A rule file passes beside workbooks if it is as before: people change workbooks in an archive of all files, which they got from the service. */
    private static void put(PolicyFile change, Map<String, PolicyFile> byPath) {
        PolicyFile before = byPath.put(change.path(), change);
        if (isRule(change) && (before == null || !Arrays.equals(before.bytes(), change.bytes()))) {
            throw code(change);
        }
    }

    private static DraftRefused code(PolicyFile rule) {
        return new DraftRefused(
                Reason.CODE,
                Phrase.of(
                        "{0} is code. Put it into the folder of the service, and propose with its rules.",
                        rule.path()));
    }
}
