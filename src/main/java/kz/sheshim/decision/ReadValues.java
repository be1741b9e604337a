package kz.sheshim.decision;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.sheshim.facts.Facts;
import org.jspecify.annotations.Nullable;

/** What a row read of facts that no longer change, by path, in the order of the paths; made when somebody looks at it. */
final class ReadValues extends AbstractMap<String, @Nullable Object> {
    private final Row row;
    private final Facts facts;
    private final int index;

    ReadValues(Row row, Facts facts, int index) {
        this.row = row;
        this.facts = facts;
        this.index = index;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        row.read(facts, index, (path, value) -> action.accept(path, value == null ? null : Values.json(value)));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        forEach(values::put);
        return values.entrySet();
    }
}
