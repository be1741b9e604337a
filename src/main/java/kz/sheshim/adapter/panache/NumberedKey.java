package kz.sheshim.adapter.panache;

import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** The key of what is numbered within a draft. */
@Embeddable
@NullUnmarked
class NumberedKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @ManyToOne
    @JoinColumn(name = "draft")
    DraftEntity draft;

    int number;

    static NumberedKey of(DraftEntity draft, int number) {
        NumberedKey key = new NumberedKey();
        key.draft = draft;
        key.number = number;
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberedKey that && number == that.number && Objects.equals(draft.id, that.draft.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(draft.id, number);
    }
}
