package kz.sheshim.vocabulary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest value that an application may say in a field, both included; null: without a bound on this side.
 */
public record Bounds(@Nullable Bound least, @Nullable Bound greatest) {
    public static final Bounds NONE = new Bounds(null, null);

    /** A bound: a value, or the value that the application says in another field. */
    public sealed interface Bound {
        /** The bound as it stands in a cell. */
        String text();

        /** Its value, if it is the same for every application. */
        default Optional<Comparable<?>> value() {
            return Optional.empty();
        }

        /** A date or a number. */
        record Of(Comparable<?> given) implements Bound {
            @Override
            public String text() {
                return given.toString();
            }

            @Override
            public Optional<Comparable<?>> value() {
                return Optional.of(given);
            }
        }

        /** What another field says: of an entity that occurs once, or of the same instance. A moment bounds dates by the day in its own offset. */
        record OfField(FieldPath field) implements Bound {
            @Override
            public String text() {
                return field.toString();
            }
        }
    }
}
