package kz.sheshim.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A named list of codes with their labels, in the order of the workbook. */
public record CodeList(String name, Map<String, Label> codes) {
    public CodeList {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    public boolean has(String code) {
        return codes.containsKey(code);
    }
}
