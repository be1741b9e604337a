package kz.sheshim.finding;

import java.util.List;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;
import org.jspecify.annotations.Nullable;

/**
 * The same thing is wrong at several places. It is told once, under the code of what is wrong.
 *
 * @param first what is wrong at the place of the finding
 * @param elsewhere the other places, in their order
 */
public record Repeated(Defect first, List<Address> elsewhere) implements Defect {
    public Repeated {
        elsewhere = List.copyOf(elsewhere);
    }

    @Override
    public String code() {
        return first.code();
    }

    @Override
    public Severity severity() {
        return first.severity();
    }

    @Override
    public @Nullable String nearest() {
        return first.nearest();
    }

    @Override
    public Phrase wrong() {
        Phrase places = Wording.listed(elsewhere.stream().map(Address::toString).toList());
        return elsewhere.size() == 1
                ? Phrase.of("{0} The same is wrong at 1 more place: {1}.", first.wrong(), places)
                : Phrase.of("{0} The same is wrong at {1} more places: {2}.", first.wrong(), elsewhere.size(), places);
    }

    @Override
    public Phrase advice() {
        return first.advice();
    }
}
