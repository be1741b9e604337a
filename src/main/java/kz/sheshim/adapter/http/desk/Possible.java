package kz.sheshim.adapter.http.desk;

import java.util.Optional;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Refusals;

/**
 * What the reader of a draft can do with it now: what the core does not refuse, and their roles allow. The core decides again when it is done.
 *
 * @param stale the law that it changes is not in force any more
 * @param own the reader wrote a version, or approved it already
 * @param faulty the dossier has errors
 * @param waits its dossier is not ready
 * @param folder the folder of the service is law, so no draft becomes law
 */
public record Possible(
        boolean upload,
        boolean propose,
        boolean approve,
        boolean reject,
        boolean withdraw,
        boolean rebase,
        boolean publishAlone,
        boolean confirm,
        boolean comment,
        boolean stale,
        boolean own,
        boolean faulty,
        boolean waits,
        boolean folder) {

    /**
     * @param law the revision in force
     */
    static Possible of(Draft draft, Revision law, Drafts drafts, Desk desk) {
        Refusals refusals = draft.refusals();
        Optional<DraftRefused> ofDossier = drafts.refusalOfDossier(draft);
        Submitter reader = desk.submitter();
        boolean open = refusals.ofVersion().isEmpty();
        boolean stale = draft.isStale(law);
        boolean faulty = isRefused(ofDossier, Reason.FAULTY);
        boolean folder = desk.folderIsLaw();
        return new Possible(
                open && desk.writes(),
                !folder
                        && desk.is(Role.ANALYST)
                        && drafts.refusalOfProposal(draft).isEmpty(),
                !folder
                        && refusals.ofApproval(reader, draft.revision().orElse(null), law)
                                .or(() -> ofDossier)
                                .isEmpty()
                        && desk.is(Role.APPROVER),
                refusals.ofRejection().isEmpty() && desk.is(Role.APPROVER),
                refusals.ofWithdrawal(reader, desk.is(Role.APPROVER)).isEmpty() && desk.comments(),
                stale && desk.writes(),
                !folder && refusals.ofEmergency(law).isEmpty() && desk.is(Role.EMERGENCY),
                refusals.ofConfirmation(reader).isEmpty() && desk.is(Role.APPROVER),
                desk.comments(),
                stale,
                refusals.ofApprover(reader).isPresent(),
                faulty && open,
                isRefused(ofDossier, Reason.NO_DOSSIER),
                folder && open);
    }

    private static boolean isRefused(Optional<DraftRefused> ofDossier, Reason reason) {
        return ofDossier.filter(refused -> refused.reason() == reason).isPresent();
    }
}
