package kz.sheshim.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.sheshim.policy.PolicyFile;
import org.jspecify.annotations.Nullable;

/** Stores drafts, with the files of all their versions and their dossiers. */
public interface DraftStore {

    /**
     * Adds a draft with its first version, and changes it, in one transaction. If the change throws, nothing is added.
     *
     * @return the changed draft
     */
    Draft add(Draft draft, List<PolicyFile> files, UnaryOperator<Draft> change);

    Optional<Draft> find(DraftId id);

    /**
     * The newest first.
     *
     * @param after only those that come after this one; null: from the newest on
     */
    List<Draft> list(@Nullable DraftId after, int limit);

    /** The drafts in one of these states. */
    List<Draft> inState(Set<Draft.State> states);

    /** The drafts that one person published alone, and that nobody has confirmed. */
    List<Draft> unconfirmed();

    /**
     * Changes a draft in one transaction: nobody else changes it in between. What the change throws leaves the draft as it is.
     *
     * @return the changed draft; empty if there is none of this id
     */
    Optional<Draft> change(DraftId id, UnaryOperator<Draft> change);

    /** The same, for a change that adds a version with these files. */
    Optional<Draft> change(DraftId id, UnaryOperator<Draft> change, List<PolicyFile> filesOfNewVersion);

    /** All files of a version, sorted by path; empty if there is none. */
    List<PolicyFile> files(DraftId id, int version);

    /** The dossier of a version that was made last. */
    Optional<Dossier> dossier(DraftId id, int version);

    /** Keeps a dossier, in the place of the one before. MUST leave the one of a draft that is decided. */
    void keep(DraftId id, Dossier dossier);
}
