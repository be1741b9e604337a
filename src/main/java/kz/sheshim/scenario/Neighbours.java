package kz.sheshim.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.FieldType;

/** The values that could be written by mistake instead of a value: the next code of the list, one more and one less, no for yes. */
final class Neighbours {
    private Neighbours() {}

    /**
     * The values beside this one.
     *
     * @param others values that the cell has anyway; a code is only taken for one of them when its list has no further code
     */
    static List<Object> of(Object value, FieldType type, Set<Object> others) {
        if (value instanceof Boolean yes) {
            return List.of(!yes);
        }
        if (value instanceof Long number) {
            return List.of(number - 1, number + 1);
        }
        if (value instanceof BigDecimal number) {
            return List.of(number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE));
        }
        if (value instanceof LocalDate day) {
            return List.of(day.minusDays(1), day.plusDays(1));
        }
        return type.codeList()
                .map(CodeList::codes)
                .map(codes -> next(value, codes.keySet(), others))
                .orElse(List.of());
    }

    /** The next code of the list, which has no end but begins again; none in a list of one. */
    static List<Object> next(Object code, Collection<String> codes, Set<Object> others) {
        List<Object> list = new ArrayList<>(codes);
        int start = list.indexOf(code);
        for (int step = 1; step < list.size(); step++) {
            Object next = list.get((start + step) % list.size());
            if (!others.contains(next)) {
                return List.of(next);
            }
        }
        return list.size() > 1 ? List.of(list.get((start + 1) % list.size())) : List.of();
    }
}
