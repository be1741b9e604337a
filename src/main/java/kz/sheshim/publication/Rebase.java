package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Brings a draft onto another revision: file by file, and where both sides changed a workbook, cell by cell. */
final class Rebase {
    private final Map<String, PolicyFile> base;
    private final Map<String, PolicyFile> draft;
    private final Map<String, PolicyFile> law;
    private final WorkbookMerge workbooks;

    Rebase(List<PolicyFile> base, List<PolicyFile> draft, List<PolicyFile> law, WorkbookMerge workbooks) {
        this.base = byPath(base);
        this.draft = byPath(draft);
        this.law = byPath(law);
        this.workbooks = workbooks;
    }

    private static Map<String, PolicyFile> byPath(List<PolicyFile> files) {
        return files.stream()
                .collect(Collectors.toMap(PolicyFile::path, file -> file, (one, other) -> one, TreeMap::new));
    }

    /**
     * The files of the law with the changes of the draft.
     *
     * @throws DraftRefused if changes of both touch
     */
    List<PolicyFile> files() {
        Set<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(draft.keySet());
        paths.addAll(law.keySet());
        List<PolicyFile> files = new ArrayList<>();
        List<Phrase> conflicts = new ArrayList<>();
        for (String path : paths) {
            try {
                PolicyFile merged = merged(path, base.get(path), draft.get(path), law.get(path));
                if (merged != null) {
                    files.add(merged);
                }
            } catch (DraftRefused conflict) {
                conflicts.add(conflict.phrase());
            }
        }
        if (!conflicts.isEmpty()) {
            throw new DraftRefused(Reason.CONFLICT, Phrase.joined(" ", conflicts));
        }
        return files;
    }

    private @Nullable PolicyFile merged(
            String path, @Nullable PolicyFile before, @Nullable PolicyFile mine, @Nullable PolicyFile theirs) {
        if (same(before, mine)) {
            return theirs;
        }
        if (same(before, theirs) || same(mine, theirs)) {
            return mine;
        }
        if (before == null || mine == null || theirs == null || Upload.isRule(mine)) {
            throw new DraftRefused(
                    Reason.CONFLICT,
                    Phrase.of(
                            "The draft and the law in force both changed {0}. Take the file of the law in force, make the change there, and upload it.",
                            path));
        }
        return workbooks.merge(before, mine, theirs);
    }

    private static boolean same(@Nullable PolicyFile one, @Nullable PolicyFile other) {
        return one == null ? other == null : one.equals(other);
    }
}
