package kz.sheshim.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.sheshim.access.KeyId;
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
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Takes changes of the law from a saved workbook to their approval; {@link ApprovedDrafts} bring them into force. */
public final class Drafts {
    private static final Duration ABOUT_NOW = Duration.ofMinutes(5);
    private static final Duration MAX_WAIT = Duration.ofDays(3_653);

    private final DraftStore store;
    private final RevisionStore revisions;
    private final PublicationLog log;
    private final LawInForce law;
    private final ApprovedDrafts approved;
    private final Dossiers dossiers;
    private final PolicySource folder;
    private final RulesetReader reader;
    private final WorkbookMerge merge;
    private final Supplier<DraftId> ids;
    private final int approvalsNeeded;

    /**
     * Somebody who works on a draft.
     *
     * @param key the API key that is used; null: a token
     */
    public record Person(Submitter submitter, @Nullable KeyId key) {}

    /** A draft, and what reading its newest version found. */
    public record Uploaded(Draft draft, List<Finding> findings) {}

    /**
     * @param approvalsNeeded how many other people must approve a draft
     */
    public Drafts(
            DraftStore store,
            RevisionStore revisions,
            PublicationLog log,
            LawInForce law,
            ApprovedDrafts approved,
            Dossiers dossiers,
            PolicySource folder,
            RulesetReader reader,
            WorkbookMerge merge,
            Supplier<DraftId> ids,
            int approvalsNeeded) {
        this.store = store;
        this.revisions = revisions;
        this.log = log;
        this.law = law;
        this.approved = approved;
        this.dossiers = dossiers;
        this.folder = folder;
        this.reader = reader;
        this.merge = merge;
        this.ids = ids;
        this.approvalsNeeded = approvalsNeeded;
    }

    /** @throws UnknownDraft if there is none of this id */
    public Draft get(DraftId id) {
        return under(log.last(), existing(id));
    }

    /**
     * The newest first.
     *
     * @param after only those that come after this one; null: from the newest on
     * @throws UnknownDraft if there is none of this id
     */
    public List<Draft> list(@Nullable DraftId after, int limit) {
        if (after != null) {
            existing(after);
        }
        Optional<Published> last = log.last();
        return store.list(after, limit).stream()
                .map(draft -> under(last, draft))
                .toList();
    }

    /** All drafts that nobody has decided on, the newest first. */
    public List<Draft> undecided() {
        return Stream.of(State.DRAFT, State.PROPOSED)
                .flatMap(state -> store.inState(state).stream())
                .sorted(Comparator.comparing(Draft::openedAt).reversed())
                .toList();
    }

    private static Draft under(Optional<Published> last, Draft draft) {
        return last.map(draft::under).orElse(draft);
    }

    /** All files of the newest version. */
    public List<PolicyFile> files(Draft draft) {
        return store.files(draft.id(), draft.newest().number());
    }

    /** The dossier of the newest version, if it is ready; otherwise it is made now. That of a draft that is decided is never made anew, and one that ended gets none. */
    public Optional<Dossier> dossier(Draft draft) {
        Optional<Dossier> ready = draft.isDecided() ? lastDossier(draft) : current(draft);
        if (ready.isEmpty() && !draft.isEnded()) {
            dossiers.make(draft, files(draft));
        }
        return ready;
    }

    /** What is being done for the dossier of this draft. */
    public Optional<Activity> progress(Draft draft) {
        return dossiers.progress(draft);
    }

    /** Why the dossier of this draft, or the one that was ordered anew, could not be made. */
    public Optional<Phrase> dossierFailure(Draft draft) {
        return dossiers.failure(draft);
    }

    /** The dossier of the newest version that was made last, whatever has changed since. */
    public Optional<Dossier> lastDossier(Draft draft) {
        return store.dossier(draft.id(), draft.newest().number());
    }

    private Optional<Dossier> current(Draft draft) {
        return store.dossier(draft.id(), draft.newest().number())
                .filter(dossier ->
                        dossier.base().equals(draft.base()) && dossier.maker().equals(dossiers.maker()));
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

    /** Opens a draft that brings an earlier revision back, and proposes it. One that cannot be proposed is not opened. */
    public Draft openRollBack(String title, Revision earlier, String reason, Person author) {
        return open(
                        title,
                        law.revision(),
                        files(earlier),
                        author,
                        draft -> draft.proposed(step(Step.Kind.PROPOSAL, author, draft, reason)))
                .draft();
    }

    /** @param first is done with it in the same transaction */
    private Uploaded open(
            String title, Revision base, List<PolicyFile> files, Person author, UnaryOperator<Draft> first) {
        Read read = read(files, files(base));
        Instant now = now();
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
        dossier(draft);
        return new Uploaded(draft, read.findings());
    }

    /**
     * Adds a version: changes on top of the newest one. An approved publication that waits does not happen.
     *
     * @param seen the number of the version that was changed; null: whichever is the newest
     * @throws DraftRefused if another version is the newest
     */
    public Uploaded upload(DraftId id, @Nullable Integer seen, Upload upload, Person author) {
        return add(id, seen, files -> upload.onto(files, folder::files), author);
    }

    private Uploaded add(DraftId id, @Nullable Integer seen, UnaryOperator<List<PolicyFile>> change, Person author) {
        Draft before = existing(id);
        if (seen != null && seen != before.newest().number()) {
            throw new DraftRefused(
                    Reason.LATER_VERSION,
                    Phrase.of(
                            "The upload changes version {0}, and the newest one is {1}. Look at it, and make the change in it.",
                            seen, before.newest().number()));
        }
        List<PolicyFile> files = change.apply(store.files(id, before.newest().number()));
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
        Draft draft = stop(
                before.id(),
                old -> {
                    if (old.newest().number() != newest) {
                        throw new DraftRefused(
                                meanwhile, Phrase.of("Somebody else uploaded a version meanwhile. Look at it first."));
                    }
                    return change.apply(old, read.version(newest + 1, author.submitter(), now()));
                },
                files);
        dossier(draft);
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
        Draft draft = existing(id);
        List<PolicyFile> files = number == 0 ? files(draft.base()) : store.files(id, number);
        if (files.isEmpty()) {
            throw new UnknownDraft(id, number);
        }
        return add(id, seen, newest -> Upload.of(files).onto(Upload.rules(newest), folder::files), author);
    }

    /**
     * Brings the draft onto the law in force.
     *
     * @throws DraftRefused if changes of both touch; it names the cells
     */
    public Uploaded rebase(DraftId id, Person author) {
        Draft before = existing(id);
        Revision inForce = law.revision();
        List<PolicyFile> lawFiles = files(inForce);
        List<PolicyFile> files = new Rebase(files(before.base()), files(before), lawFiles, merge).files();
        return add(before, files, lawFiles, author, (draft, version) -> draft.rebased(inForce, version), Reason.STATE);
    }

    public Draft propose(DraftId id, String text, Person by) {
        Draft proposed = change(id, draft -> draft.proposed(step(Step.Kind.PROPOSAL, by, draft, text)));
        dossier(proposed); // it is made before those of drafts that nobody waits for
        return proposed;
    }

    /**
     * Approves one revision.
     *
     * @param revision the one that the approver has looked at
     * @param moment when it shall come into force; null: at once
     */
    public Draft approve(DraftId id, Revision revision, String reason, @Nullable Instant moment, Person by) {
        Draft proposed = existing(id);
        requireLawOfTheLog();
        if (needsNoDossier(proposed)) {
            law.requireUsable(revision);
        } else {
            requireDossierWithoutErrors(proposed);
        }
        Revision inForce = law.revision();
        Instant now = now();
        Instant due = moment == null ? now : due(moment, now);
        change(id, draft -> {
            requireSameVersion(draft, proposed);
            return draft.approved(
                    new Step(Step.Kind.APPROVAL, by.submitter(), by.key(), now, revision, reason),
                    inForce,
                    due,
                    approvalsNeeded);
        });
        approved.settle(id);
        return get(id);
    }

    /** What was law once comes back at once. */
    public boolean needsNoDossier(Draft draft) {
        return draft.revision().filter(log::hasPublished).isPresent();
    }

    /** A moment that has just passed is now: clocks differ, and people take their time. */
    private static Instant due(Instant moment, Instant now) {
        if (moment.isBefore(now.minus(ABOUT_NOW)) || moment.isAfter(now.plus(MAX_WAIT))) {
            throw new DraftRefused(
                    Reason.MOMENT,
                    moment.isBefore(now)
                            ? Phrase.of(
                                    "The moment {0} has passed. Correct it, or leave it out to publish at once.",
                                    moment)
                            : Phrase.of(
                                    "The moment {0} is more than ten years ahead. Correct it, or leave it out to publish at once.",
                                    moment));
        }
        return moment.isBefore(now) ? now : moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Publishes without a second person, and without a dossier. The rules must be usable all the same: otherwise nobody could decide any more. */
    public Draft publishAlone(DraftId id, String reason, Person by) {
        requireLawOfTheLog();
        Revision inForce = law.revision();
        Draft draft = existing(id);
        Step emergency = step(Step.Kind.EMERGENCY, by, draft, reason);
        Revision revision = draft.approvedAlone(emergency, inForce).revision().orElseThrow();
        if (needsNoDossier(draft)) {
            law.requireUsable(revision);
        } else {
            law.requireUsable(revision, files(draft));
        }
        change(id, locked -> {
            requireSameVersion(locked, draft);
            return locked.approvedAlone(emergency, inForce);
        });
        approved.settle(id);
        return get(id);
    }

    private static void requireSameVersion(Draft draft, Draft looked) {
        if (draft.newest().number() != looked.newest().number()) {
            throw new DraftRefused(
                    Reason.OTHER_VERSION, Phrase.of("Somebody uploaded another version meanwhile. Look at it first."));
        }
    }

    private void requireDossierWithoutErrors(Draft draft) {
        Dossier dossier = current(draft)
                .orElseThrow(
                        () -> new DraftRefused(
                                Reason.NO_DOSSIER,
                                Phrase.of(
                                        "The dossier of the newest version is not ready yet. Wait for it and read it; then approve.")));
        if (dossier.errors() > 0) {
            throw new DraftRefused(
                    Reason.FAULTY,
                    Phrase.of("The dossier has {0} errors. Upload a version without them.", dossier.errors()));
        }
    }

    private void requireLawOfTheLog() {
        if (law.isFolderLaw()) {
            throw new DraftRefused(
                    Reason.STATE,
                    Phrase.of("The folder is law on this service (sheshim.policy.watch), so it publishes no drafts."));
        }
    }

    public Draft confirm(DraftId id, String reason, Person by) {
        return change(id, draft -> draft.confirmed(step(Step.Kind.CONFIRMATION, by, draft, reason)));
    }

    public Draft reject(DraftId id, String reason, Person by) {
        return end(id, draft -> draft.rejected(step(Step.Kind.REJECTION, by, draft, reason)));
    }

    public Draft withdraw(DraftId id, String reason, Person by) {
        return end(id, draft -> draft.withdrawn(step(Step.Kind.WITHDRAWAL, by, draft, reason)));
    }

    private Draft end(DraftId id, UnaryOperator<Draft> change) {
        Draft ended = stop(id, change, List.of());
        dossiers.cancel(ended); // others wait for theirs
        return ended;
    }

    /** Ends an approval, unless it is published. The change and a publication exclude each other: what is not approved is not published. */
    private Draft stop(DraftId id, UnaryOperator<Draft> change, List<PolicyFile> filesOfNewVersion) {
        existing(id);
        approved.settleWhatCan();
        Draft stopped = store.change(
                        id,
                        draft -> {
                            if (log.of(id).isPresent()) {
                                throw new DraftRefused(Reason.STATE, Phrase.of("The draft is in force already."));
                            }
                            return change.apply(draft);
                        },
                        filesOfNewVersion)
                .orElseThrow(() -> new UnknownDraft(id));
        log.cancel(id);
        return stopped;
    }

    /**
     * Adds a comment.
     *
     * @param about the row or the case; null: no single one
     */
    public Draft comment(DraftId id, String text, @Nullable String about, Person by) {
        return change(
                id,
                draft ->
                        draft.commented(step(Step.Kind.COMMENT, by, draft, text).about(about)));
    }

    /** Drafts that were published alone and that nobody has confirmed. */
    public List<Draft> unconfirmed() {
        return store.unconfirmed();
    }

    private Draft change(DraftId id, UnaryOperator<Draft> change) {
        return store.change(id, change).orElseThrow(() -> new UnknownDraft(id));
    }

    private Draft existing(DraftId id) {
        return store.find(id).orElseThrow(() -> new UnknownDraft(id));
    }

    private Step step(Step.Kind kind, Person by, Draft draft, String text) {
        return new Step(kind, by.submitter(), by.key(), now(), draft.revision().orElse(null), text);
    }

    private Instant now() {
        return log.now().truncatedTo(ChronoUnit.MILLIS);
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
