package kz.sheshim.engine.index;

import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;

/** Conditions on a single fact with a single value. */
final class SingleColumn implements ColumnIndex {
    private final FactSlot slot;
    private final boolean once;
    private final long[] free;
    private final RowsByValue rows;

    /**
     * @param once the fact is that of a field that occurs once, not of the instance
     * @param free the rows without a condition here
     * @param rows the rows that stand for a value, free ones included
     */
    SingleColumn(FactSlot slot, boolean once, long[] free, RowsByValue rows) {
        this.slot = slot;
        this.once = once;
        this.free = free;
        this.rows = rows;
    }

    @Override
    public void narrow(Facts facts, int index, Scratch scratch) {
        Fact fact = facts.get(slot, once ? FactPath.ONCE : index);
        if (fact instanceof Fact.Known known) {
            scratch.keep(rows.of(known.value()));
        } else if (fact.unknown()) {
            scratch.keepMatching(free);
        } else {
            scratch.keep(rows.of(null));
        }
    }
}
