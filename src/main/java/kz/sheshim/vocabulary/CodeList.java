package kz.sheshim.vocabulary;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named list of codes with their labels, in the order of the workbook. */
public final class CodeList {
    private final String name;
    private final Map<String, Label> codes;
    private final Map<String, String> own = new HashMap<>();

    public CodeList(String name, Map<String, Label> codes) {
        this.name = name;
        this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        codes.keySet().forEach(code -> own.put(code, code.intern()));
    }

    public String name() {
        return name;
    }

    /** The labels by code. */
    public Map<String, Label> codes() {
        return codes;
    }

    public boolean has(String code) {
        return own.containsKey(code);
    }

    /** The code of the list that equals a text: one object for all texts and all lists. Null if the list does not have it. */
    @Nullable
    String code(String text) {
        return own.get(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeList list && name.equals(list.name) && codes.equals(list.codes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + codes.hashCode();
    }

    @Override
    public String toString() {
        return name + codes.keySet();
    }
}
