package kz.sheshim.adapter.http.desk;

import java.util.List;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a draft can do with it now. The core decides again when it is done.
 *
 * @param stale the law that it changes is not in force any more
 * @param own the reader wrote a version, or approved it already
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
        boolean own) {

    /**
     * @param errors of the dossier; 0 if none is needed; null: it is not ready
     */
    static Possible of(Draft draft, boolean stale, @Nullable Integer errors, Desk desk) {
        State state = draft.state();
        boolean open = draft.isOpen();
        boolean usable = draft.revision().isPresent() && draft.newest().errors() == 0 && !draft.isUnchanged();
        boolean writes = desk.writes();
        boolean own = isAmong(draft.authors(), desk)
                || isAmong(draft.approvals().stream().map(Step::by).toList(), desk);
        boolean alone = isAmong(draft.emergency().map(Step::by).stream().toList(), desk);
        return new Possible(
                open && writes,
                state == State.DRAFT && usable && desk.is(Role.ANALYST),
                state == State.PROPOSED && !stale && !own && errors != null && errors == 0 && desk.is(Role.APPROVER),
                (state == State.PROPOSED || state == State.APPROVED) && desk.is(Role.APPROVER),
                open && desk.is(Role.ANALYST),
                open && stale && writes,
                (state == State.DRAFT || state == State.PROPOSED) && usable && !stale && desk.is(Role.EMERGENCY),
                draft.isUnconfirmed()
                        && (state == State.IN_FORCE || state == State.SUPERSEDED)
                        && !alone
                        && desk.is(Role.APPROVER),
                desk.comments(),
                stale && open,
                own);
    }

    private static boolean isAmong(List<Submitter> people, Desk desk) {
        return people.stream().anyMatch(desk.submitter()::isSamePersonAs);
    }
}
