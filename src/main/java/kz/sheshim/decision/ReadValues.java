package kz.sheshim.decision;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a rule read, by path, in the order of the paths. The paths are shared with all that the rule ever reads; values become JSON when they are looked at. */
final class ReadValues extends AbstractMap<String, @Nullable Object> {
    private final String[] paths;
    private final @Nullable Object[] values;

    /** @param paths sorted */
    ReadValues(String[] paths, @Nullable Object[] values) {
        this.paths = paths;
        this.values = values;
    }

    private @Nullable Object value(int place) {
        Object value = values[place];
        return value == null ? null : Values.json(value);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return IntStream.range(0, paths.length)
                        .<Map.Entry<String, @Nullable Object>>mapToObj(
                                i -> new SimpleImmutableEntry<>(paths[i], value(i)))
                        .iterator();
            }

            @Override
            public int size() {
                return paths.length;
            }
        };
    }
}
