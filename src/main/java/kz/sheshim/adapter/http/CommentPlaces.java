package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import java.util.List;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Limits;

/** The rows and cases that a comment on a draft can be about: those of its tables, and those of its base, because it may have removed them. */
@Singleton
public final class CommentPlaces {
    private final Drafts drafts;
    private final RevisionStore revisions;
    private final WorkbookReader reader;
    private final Limits limits;

    CommentPlaces(Drafts drafts, RevisionStore revisions, WorkbookReader reader, Limits limits) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.reader = reader;
        this.limits = limits;
    }

    /** Refuses what no page of the draft would show: a row that is not there, and a case of a table that is not there. */
    public void require(Draft draft, String about) {
        if (!isIn(drafts.files(draft), about)
                && !isIn(revisions.files(draft.base()).orElse(List.of()), about)) {
            throw Problems.badParameter(
                    "about",
                    Phrase.of(
                            "{0} must be a row of the draft (TABLE/RULE), or a case (TABLE: and the case as the dossier writes it).",
                            "about"));
        }
    }

    private boolean isIn(List<PolicyFile> files, String about) {
        return files.stream()
                .filter(file -> file.path().endsWith(".xlsx"))
                .flatMap(file -> reader.read(file.name(), file.bytes(), limits.allowance(), finding -> {}).stream())
                .map(TableSheet::of)
                .anyMatch(table -> isIn(table, about));
    }

    private static boolean isIn(TableSheet table, String about) {
        String rule = Draft.Step.row(table.id(), "");
        return !table.id().isEmpty()
                && (about.startsWith(rule) && table.hasRule(about.substring(rule.length()))
                        || about.startsWith(Draft.Step.situation(table.id(), "")));
    }
}
