package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.DraftRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Brings a draft onto another revision, file by file. A file that both sides changed is a conflict, which is told by the cells that both changed, or by the file
 * if they changed others.
 */
final class Rebase {
    private final Map<String, PolicyFile> base;
    private final Map<String, PolicyFile> draft;
    private final Map<String, PolicyFile> law;
    private final RulesetReader reader;

    Rebase(List<PolicyFile> base, List<PolicyFile> draft, List<PolicyFile> law, RulesetReader reader) {
        this.base = byPath(base);
        this.draft = byPath(draft);
        this.law = byPath(law);
        this.reader = reader;
    }

    private static Map<String, PolicyFile> byPath(List<PolicyFile> files) {
        return files.stream()
                .collect(Collectors.toMap(PolicyFile::path, file -> file, (one, other) -> one, TreeMap::new));
    }

    /**
     * The files of the law with the changes of the draft.
     *
     * @throws DraftRefused if both changed one file
     */
    List<PolicyFile> files() {
        Set<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(draft.keySet());
        paths.addAll(law.keySet());
        List<PolicyFile> files = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (String path : paths) {
            @Nullable PolicyFile before = base.get(path);
            @Nullable PolicyFile mine = draft.get(path);
            @Nullable PolicyFile theirs = law.get(path);
            boolean isMine = !same(before, mine);
            if (isMine && !same(before, theirs) && !same(mine, theirs)) {
                conflicts.add(path);
            }
            PolicyFile merged = isMine ? mine : theirs;
            if (merged != null) {
                files.add(merged);
            }
        }
        if (!conflicts.isEmpty()) {
            throw new DraftRefused(Reason.CONFLICT, conflict(conflicts));
        }
        return files;
    }

    private static boolean same(@Nullable PolicyFile one, @Nullable PolicyFile other) {
        return one == null ? other == null : one.equals(other);
    }

    private String conflict(List<String> paths) {
        Set<String> mine = changes(draft);
        Set<String> both = new TreeSet<>(changes(law));
        both.retainAll(mine);
        String files = String.join(", ", paths);
        return both.isEmpty()
                ? "The law in force changed other cells of " + files
                        + " than the draft. Take its workbook, make the change there, and upload it."
                : "The law in force and the draft both changed " + String.join("; ", both) + " (" + files
                        + "). Take the workbook of the law in force, decide what holds, and upload it.";
    }

    private Set<String> changes(Map<String, PolicyFile> files) {
        Optional<Ruleset> before = read(base);
        Optional<Ruleset> after = read(files);
        return before.isEmpty() || after.isEmpty()
                ? Set.of()
                : PolicyDiff.between(before.get().meaning(), after.get().meaning()).stream()
                        .map(difference -> difference.whole() + " " + difference.part())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private Optional<Ruleset> read(Map<String, PolicyFile> files) {
        return reader.read(List.copyOf(files.values()), finding -> {});
    }
}
