package kz.sheshim.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.sheshim.access.Submitter;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.Draft.Version;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.publication.Drafts.Person;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Writes drafts: opens them, and adds versions to them. */
public final class DraftVersions {
    private final Drafts drafts;
    private final DraftStore store;
    private final RevisionStore revisions;
    private final LawInForce law;
    private final ApprovedDrafts approved;
    private final PolicySource folder;
    private final RulesetReader reader;
    private final WorkbookMerge merge;
    private final Supplier<DraftId> ids;

    /** A draft, and what reading its newest version found. */
    public record Uploaded(Draft draft, List<Finding> findings) {}

    public DraftVersions(
            Drafts drafts,
            DraftStore store,
            RevisionStore revisions,
            LawInForce law,
            ApprovedDrafts approved,
            PolicySource folder,
            RulesetReader reader,
            WorkbookMerge merge,
            Supplier<DraftId> ids) {
        this.drafts = drafts;
        this.store = store;
        this.revisions = revisions;
        this.law = law;
        this.approved = approved;
        this.folder = folder;
        this.reader = reader;
        this.merge = merge;
        this.ids = ids;
    }

    /**
     * Opens a draft with changed workbooks.
     *
     * @param base what they change; null: the law in force
     * @param upload all other files are those of the base
     */
    public Uploaded open(String title, @Nullable Revision base, Upload upload, Person author) {
        Revision changed = base == null ? law.revision() : base;
        return open(title, changed, upload.onto(files(changed), folder::files), author, draft -> draft);
    }

    /**
     * Opens a draft that brings an earlier revision back, and proposes it. One that cannot be proposed is not opened.
     *
     * @throws UnknownRevision if it is not stored
     * @throws DraftRefused if it is in force, or never was
     */
    public Draft openRollBack(String title, Revision earlier, String reason, Person author) {
        List<PolicyFile> files = files(earlier);
        Revision inForce = law.revision();
        if (earlier.equals(inForce)) {
            throw new DraftRefused(
                    Reason.UNCHANGED,
                    Phrase.of("{0} is in force already. Name the revision that shall come back.", earlier));
        }
        if (!law.wasInForce(earlier)) {
            throw new DraftRefused(
                    Reason.NEVER_LAW,
                    Phrase.of(
                            "{0} was never in force, so it cannot be brought back. Upload its files as a draft.",
                            earlier));
        }
        return open(
                        title,
                        inForce,
                        files,
                        author,
                        draft -> draft.proposed(drafts.step(Step.Kind.PROPOSAL, author, draft, reason)))
                .draft();
    }

    /** @param first is done with it in the same transaction */
    private Uploaded open(
            String title, Revision base, List<PolicyFile> files, Person author, UnaryOperator<Draft> first) {
        Read read = read(files, files(base));
        Instant now = drafts.now();
        Draft draft = store.add(
                new Draft(
                        ids.get(),
                        title,
                        now,
                        base,
                        State.DRAFT,
                        List.of(read.version(1, author.submitter(), now)),
                        List.of(),
                        null,
                        null),
                files,
                first);
        drafts.dossier(draft);
        return new Uploaded(draft, read.findings());
    }

    /**
     * Adds a version: changes on top of the newest one. An approved publication that waits does not happen.
     *
     * @param seen the number of the version that was changed; null: whichever is the newest
     * @throws DraftRefused if another version is the newest, or it has the same files
     */
    public Uploaded upload(DraftId id, @Nullable Integer seen, Upload upload, Person author) {
        return add(id, seen, files -> upload.onto(files, folder::files), author);
    }

    private Uploaded add(DraftId id, @Nullable Integer seen, UnaryOperator<List<PolicyFile>> change, Person author) {
        Draft before = drafts.existing(id);
        if (seen != null && seen != before.newest().number()) {
            throw new DraftRefused(
                    Reason.LATER_VERSION,
                    Phrase.of(
                            "The upload changes version {0}, and the newest one is {1}. Look at it, and make the change in it.",
                            seen, before.newest().number()));
        }
        List<PolicyFile> newest = store.files(id, before.newest().number());
        List<PolicyFile> files = change.apply(newest);
        if (Set.copyOf(files).equals(Set.copyOf(newest))) {
            throw new DraftRefused(
                    Reason.UNCHANGED,
                    Phrase.of(
                            "The files are those of version {0}, the newest one. Nothing was changed.",
                            before.newest().number()));
        }
        return add(
                before,
                files,
                files(before.base()),
                author,
                Draft::uploaded,
                seen == null ? Reason.STATE : Reason.LATER_VERSION);
    }

    /** @param meanwhile why it is refused if somebody else uploads a version at the same time */
    private Uploaded add(
            Draft before,
            List<PolicyFile> files,
            List<PolicyFile> base,
            Person author,
            BiFunction<Draft, Version, Draft> change,
            Reason meanwhile) {
        int newest = before.newest().number();
        Read read = read(files, base);
        Draft draft = approved.stop(
                before.id(),
                old -> {
                    if (old.newest().number() != newest) {
                        throw new DraftRefused(
                                meanwhile, Phrase.of("Somebody else uploaded a version meanwhile. Look at it first."));
                    }
                    return change.apply(old, read.version(newest + 1, author.submitter(), drafts.now()));
                },
                files);
        drafts.dossier(draft);
        return new Uploaded(draft, read.findings());
    }

    /**
     * Adds a version with the files of an earlier one.
     *
     * @param number of the earlier version; 0: the files of the base
     * @param seen the number of the version whose changes are undone; null: whichever is the newest
     * @throws DraftRefused if another version is the newest
     */
    public Uploaded takeAgain(DraftId id, int number, @Nullable Integer seen, Person author) {
        Draft draft = drafts.existing(id);
        List<PolicyFile> files = number == 0 ? files(draft.base()) : store.files(id, number);
        if (files.isEmpty()) {
            throw new UnknownDraft(id, number);
        }
        return add(id, seen, newest -> Upload.of(files).onto(Upload.rules(newest), folder::files), author);
    }

    /**
     * Brings the draft onto the law in force.
     *
     * @throws DraftRefused if it changes the law in force already, or if changes of both touch; then it names the cells
     */
    public Uploaded rebase(DraftId id, Person author) {
        Draft before = drafts.existing(id);
        Revision inForce = law.revision();
        if (before.isOpen() && !before.isStale(inForce)) {
            throw new DraftRefused(
                    Reason.STATE, Phrase.of("The draft changes the law in force already. There is nothing to rebase."));
        }
        List<PolicyFile> lawFiles = files(inForce);
        List<PolicyFile> files = new Rebase(files(before.base()), drafts.files(before), lawFiles, merge).files();
        return add(before, files, lawFiles, author, (draft, version) -> draft.rebased(inForce, version), Reason.STATE);
    }

    private List<PolicyFile> files(Revision revision) {
        return revisions.files(revision).orElseThrow(() -> new UnknownRevision(revision));
    }

    /** What reading files came to. */
    private record Read(Optional<Ruleset> ruleset, List<Finding> findings, boolean changesCode) {
        Version version(int number, Submitter author, Instant at) {
            int errors = (int) findings.stream()
                    .filter(finding -> finding.defect().severity() == Severity.ERROR)
                    .count();
            return new Version(
                    number, author, at, ruleset.map(Ruleset::revision).orElse(null), errors, changesCode);
        }
    }

    private Read read(List<PolicyFile> files, List<PolicyFile> base) {
        List<Finding> findings = new ArrayList<>();
        Optional<Ruleset> ruleset = reader.read(files, findings::add);
        return new Read(ruleset, findings, !Upload.rules(files).equals(Upload.rules(base)));
    }
}
