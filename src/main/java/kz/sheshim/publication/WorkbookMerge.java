package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.WorkbookEditor;

/**
 * Joins the changes that two sides made in one workbook. The workbook of one side is edited, so its looks stay: that of the law, unless the draft changed more
 * than cells and new rows, and the law did not.
 */
public final class WorkbookMerge {
    private final WorkbookReader reader;
    private final WorkbookEditor editor;
    private final Limits limits;

    public WorkbookMerge(WorkbookReader reader, WorkbookEditor editor, Limits limits) {
        this.reader = reader;
        this.editor = editor;
        this.limits = limits;
    }

    /**
     * @param base what both sides changed
     * @throws DraftRefused if both changed a cell, and not to the same, or one side's changes cannot be written into the workbook of the other
     */
    PolicyFile merge(PolicyFile base, PolicyFile draft, PolicyFile law) {
        Map<String, Sheet> before = sheets(base);
        Map<String, Sheet> mine = sheets(draft);
        Map<String, Sheet> theirs = sheets(law);
        Attempt ontoLaw = new Attempt(before, mine, theirs);
        requireApart(ontoLaw);
        if (ontoLaw.inexpressible.isEmpty()) {
            return edited(law, ontoLaw.edits);
        }
        Attempt ontoDraft = new Attempt(before, theirs, mine);
        requireApart(ontoDraft); // only seen from here: the draft removed what the law changed
        if (ontoDraft.inexpressible.isEmpty()) {
            return edited(draft, ontoDraft.edits);
        }
        Set<Phrase> reasons = new LinkedHashSet<>(ontoLaw.inexpressible);
        reasons.addAll(ontoDraft.inexpressible);
        throw new DraftRefused(
                Reason.CONFLICT,
                Phrase.of(
                        "The draft and the law in force both changed {0}, and it cannot be joined cell by cell: {1}. Take the workbook of the law in force, make the change there, and upload it.",
                        draft.path(), Phrase.joined("; ", List.copyOf(reasons))));
    }

    private static void requireApart(Attempt attempt) {
        if (!attempt.touching.isEmpty()) {
            throw new DraftRefused(
                    Reason.CONFLICT,
                    Phrase.of(
                            "The draft and the law in force both changed {0}. Take the workbook of the law in force, decide what holds, and upload it.",
                            Phrase.joined("; ", attempt.touching)));
        }
    }

    private Map<String, Sheet> sheets(PolicyFile file) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        reader.read(file.path(), file.bytes(), limits.allowance(), finding -> {})
                .forEach(sheet -> sheets.put(sheet.name(), sheet));
        return sheets;
    }

    private PolicyFile edited(PolicyFile file, List<RowEdit> edits) {
        try {
            return edits.isEmpty()
                    ? file
                    : new PolicyFile(file.path(), editor.edit(file.path(), file.bytes(), edits, limits));
        } catch (EditRefused refused) {
            throw new DraftRefused(Reason.CONFLICT, refused.phrase());
        }
    }

    /** The changes of one side brought into the workbook of the other. */
    private static final class Attempt {
        private final List<RowEdit> edits = new ArrayList<>();
        private final List<Phrase> touching = new ArrayList<>();
        private final List<Phrase> inexpressible = new ArrayList<>();

        Attempt(Map<String, Sheet> base, Map<String, Sheet> changed, Map<String, Sheet> onto) {
            Set<String> names = new LinkedHashSet<>(base.keySet());
            names.addAll(changed.keySet());
            for (String name : names) {
                Sheet before = base.get(name);
                Sheet after = changed.get(name);
                Sheet target = onto.get(name);
                if (before == null || after == null) {
                    inexpressible.add(
                            after == null
                                    ? Phrase.of("the sheet {0} was removed", name)
                                    : Phrase.of("the sheet {0} is new", name));
                } else if (!SheetMerge.same(before, after)) {
                    if (target == null) {
                        inexpressible.add(Phrase.of("the sheet {0} was removed", name));
                    } else {
                        take(SheetMerge.of(before, after, target));
                    }
                }
            }
        }

        private void take(SheetMerge.Merged merged) {
            edits.addAll(merged.edits());
            touching.addAll(merged.touching());
            inexpressible.addAll(merged.inexpressible());
        }
    }
}
