package kz.sheshim.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body as JSON (RFC 8259). */
public interface JsonParser {

    /**
     * @param text the body, if it is UTF-8 or UTF-16, without a byte order mark
     * @param value a Map of members, a List, a String, a Boolean, a BigDecimal or null
     * @param faults why it cannot be read, or which member names stand twice
     * @param wellFormed it could be read to its end
     */
    record Parsed(String text, @Nullable Object value, List<Fault> faults, boolean wellFormed) {
        public Parsed {
            faults = List.copyOf(faults);
        }
    }

    /** MUST NOT throw for anything in the bytes, and MUST NOT let a later member hide an earlier one of the same name. */
    Parsed parse(byte[] body);
}
