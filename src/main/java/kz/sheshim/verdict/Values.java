package kz.sheshim.verdict;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How values of facts are written in JSON. */
public final class Values {
    private Values() {}

    /** A String, a Boolean, a Long, a BigDecimal or a List of String. */
    public static Object json(Object value) {
        if (value instanceof OffsetDateTime moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        }
        if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
            return number.longValueExact();
        }
        return value instanceof Boolean
                        || value instanceof Long
                        || value instanceof BigDecimal
                        || value instanceof List<?>
                ? value
                : value.toString();
    }
}
