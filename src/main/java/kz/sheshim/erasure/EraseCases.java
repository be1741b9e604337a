package kz.sheshim.erasure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.erasure.CaseSearch.Found;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.vocabulary.FieldPath;
import org.jspecify.annotations.Nullable;

/** Erases case files by order, and puts each erasure on the list outside the database before it answers. */
public final class EraseCases {
    /** No further case file is erased by an order that has erased this number. */
    private static final int MAX_ERASURES = 100;

    private final CaseFiles cases;
    private final RepeatErasures list;
    private final CaseSearch search;
    private final SearchKey key;
    private final Clock clock;

    public EraseCases(CaseFiles cases, RepeatErasures list, CaseSearch search, SearchKey key, Clock clock) {
        this.cases = cases;
        this.list = list;
        this.search = search;
        this.key = key;
        this.clock = clock;
    }

    /**
     * What an order has done.
     *
     * @param held decisions whose case files are kept, because a legal hold forbids their erasure
     * @param more whether there may be further case files: the order must be given again
     */
    public record Done(List<Erasure> erasures, List<DecisionId> held, boolean more) {}

    /**
     * Erases the case file of a decision. Empty if there is no such decision.
     *
     * @throws CaseErased if it is erased already
     * @throws CaseHeld if a legal hold forbids it
     */
    public Optional<Erasure> erase(DecisionId decision, Order order) {
        Optional<Erasure> erasure = eraseUnlisted(decision, order);
        list.tryToFollow();
        return erasure;
    }

    private Optional<Erasure> eraseUnlisted(DecisionId decision, Order order) {
        return cases.erase(decision, order, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * The case files that have this personal text in this field, newest first.
     *
     * @param before only entries with a smaller number; null: from the newest
     * @throws SearchIncomplete if not every case file can be found yet
     */
    public List<Found> find(FieldPath field, String text, @Nullable EntryNumber before, int limit) {
        if (!search.isComplete()) {
            throw new SearchIncomplete();
        }
        Optional<SearchTerm> term = key.term(field.toString(), text);
        return term.isEmpty() ? List.of() : search.find(term.get(), before, limit);
    }

    /**
     * Erases the case files that have this personal text in this field.
     *
     * @throws SearchIncomplete if not every case file can be found yet; nothing was erased
     */
    public Done eraseAll(FieldPath field, String text, Order order) {
        List<Erasure> erasures = new ArrayList<>();
        List<DecisionId> held = new ArrayList<>();
        EntryNumber before = null;
        boolean more = true;
        while (more && erasures.size() < MAX_ERASURES) {
            List<Found> page = find(field, text, before, MAX_ERASURES - erasures.size());
            more = !page.isEmpty();
            for (Found found : page) {
                before = found.entry();
                try {
                    eraseUnlisted(found.decision(), order).ifPresent(erasures::add);
                } catch (CaseHeld forbidden) {
                    held.add(found.decision());
                } catch (CaseErased byAnother) {
                    // it is gone, as ordered
                }
            }
        }
        list.tryToFollow();
        return new Done(erasures, held, more);
    }
}
