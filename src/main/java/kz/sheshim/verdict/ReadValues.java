package kz.sheshim.verdict;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The facts that a rule read, by path and in the order of the paths; collected when they are first used, from facts that no longer change. */
public final class ReadValues extends AbstractMap<String, @Nullable Object> {

    /** Passes each path with its value, null for a fact that is absent. */
    public interface Source {
        void read(BiConsumer<String, @Nullable Object> value);
    }

    private final Source source;

    public ReadValues(Source source) {
        this.source = source;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        source.read((path, value) -> action.accept(path, value == null ? null : Values.json(value)));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        forEach(values::put);
        return values.entrySet();
    }
}
