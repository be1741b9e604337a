package kz.sheshim.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.sheshim.table.Conclusion;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;

/** The fields whose values stand in texts, as {@code {application.duty}}. */
public final class FactPlaceholders {
    /** What stands in braces. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]++)}");

    private FactPlaceholders() {}

    /** The fields that a text names, in any language. */
    public static Set<FieldPath> in(Label text) {
        Set<FieldPath> fields = new TreeSet<>();
        for (String each : text.texts()) {
            PLACEHOLDER
                    .matcher(each)
                    .results()
                    .flatMap(found -> FieldPath.parse(found.group(1)).stream())
                    .forEach(fields::add);
        }
        return fields;
    }

    /** The fields that the texts of a ground or notice name. */
    public static Set<FieldPath> in(Conclusion conclusion, Catalogue catalogue) {
        Set<FieldPath> fields = new TreeSet<>();
        if (conclusion instanceof Conclusion.OfGround ground) {
            fields.addAll(in(catalogue.ground(ground.code()).text()));
            fields.addAll(in(catalogue.ground(ground.code()).remedy()));
        } else if (conclusion instanceof Conclusion.OfNotice notice) {
            fields.addAll(in(catalogue.notices().getOrDefault(notice.code(), Label.NONE)));
        }
        return fields;
    }
}
