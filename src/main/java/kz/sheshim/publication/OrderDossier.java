package kz.sheshim.publication;

import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.vocabulary.Phrase;

/**
 * Orders the dossier of a draft anew, with its effect on recorded applications that somebody selects. The dossier says what was selected; the one before stays
 * until the new one is ready.
 */
public final class OrderDossier {
    private final DraftStore store;
    private final Dossiers dossiers;

    public OrderDossier(DraftStore store, Dossiers dossiers) {
        this.store = store;
        this.dossiers = dossiers;
    }

    /** What is selected when nobody says so: the newest ones. */
    public Selection usual() {
        return dossiers.usual();
    }

    /**
     * Makes the dossier of the newest version anew in the background. What is being made for it on this service ends.
     *
     * @throws DraftRefused if the draft is decided: its dossier stays as it is
     */
    public Draft order(DraftId id, Selection selection) {
        Draft draft = existing(id);
        if (draft.isDecided()) {
            throw new DraftRefused(
                    DraftRefused.Reason.STATE,
                    Phrase.of(
                            "The draft is {0}. Its dossier stays as it is.",
                            draft.state().phrase()));
        }
        dossiers.makeAnew(draft, store.files(id, draft.newest().number()), selection);
        return draft;
    }

    /** Ends soon what is being made for it on this service; the dossier that is there stays. */
    public Draft cancel(DraftId id) {
        Draft draft = existing(id);
        dossiers.cancel(draft);
        return draft;
    }

    private Draft existing(DraftId id) {
        return store.find(id).orElseThrow(() -> new UnknownDraft(id));
    }
}
