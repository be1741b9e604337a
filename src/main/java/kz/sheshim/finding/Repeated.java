package kz.sheshim.finding;

import java.util.List;
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
    public String wrong() {
        return first.wrong() + " The same is wrong at " + elsewhere.size() + " more "
                + (elsewhere.size() == 1 ? "place: " : "places: ")
                + Wording.listed(elsewhere.stream().map(Address::toString).toList()) + ".";
    }

    @Override
    public String advice() {
        return first.advice();
    }
}
