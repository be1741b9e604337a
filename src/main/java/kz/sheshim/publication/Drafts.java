package kz.sheshim.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The drafts as the log sees them, and their dossiers. {@link DraftVersions} are written, and {@link DraftSteps} taken, until they become law. */
public final class Drafts {
    private final DraftStore store;
    private final PublicationLog log;
    private final Dossiers dossiers;

    /**
     * Somebody who works on a draft.
     *
     * @param key the API key that is used; null: a token
     */
    public record Person(Submitter submitter, @Nullable KeyId key) {}

    public Drafts(DraftStore store, PublicationLog log, Dossiers dossiers) {
        this.store = store;
        this.log = log;
        this.dossiers = dossiers;
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
        return store.inState(EnumSet.of(State.DRAFT, State.PROPOSED)).stream()
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

    /** The dossier on which the newest version can be approved, if it is ready. */
    Optional<Dossier> current(Draft draft) {
        return store.dossier(draft.id(), draft.newest().number())
                .filter(dossier ->
                        dossier.base().equals(draft.base()) && dossier.maker().equals(dossiers.maker()));
    }

    /** Why its dossier does not allow to approve a draft; empty: it does. */
    public Optional<DraftRefused> refusalOfDossier(Draft draft) {
        return needsNoDossier(draft)
                ? Optional.empty()
                : draft.refusals().ofDossier(current(draft).orElse(null));
    }

    /** Why a draft cannot be proposed; empty: it can. */
    public Optional<DraftRefused> refusalOfProposal(Draft draft) {
        return draft.refusals()
                .ofProposal()
                .or(() -> needsNoDossier(draft)
                        ? Optional.empty()
                        : draft.refusals().ofErrors(current(draft).orElse(null)));
    }

    /** What was law once comes back at once. */
    private boolean needsNoDossier(Draft draft) {
        return draft.revision().filter(log::hasPublished).isPresent();
    }

    /** Drafts that were published alone and that nobody has confirmed. */
    public List<Draft> unconfirmed() {
        return store.unconfirmed();
    }

    Draft change(DraftId id, UnaryOperator<Draft> change) {
        return store.change(id, change).orElseThrow(() -> new UnknownDraft(id));
    }

    /** As it is stored. */
    Draft existing(DraftId id) {
        return store.find(id).orElseThrow(() -> new UnknownDraft(id));
    }

    Step step(Step.Kind kind, Person by, Draft draft, String text) {
        return new Step(kind, by.submitter(), by.key(), now(), draft.revision().orElse(null), text);
    }

    Instant now() {
        return log.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
