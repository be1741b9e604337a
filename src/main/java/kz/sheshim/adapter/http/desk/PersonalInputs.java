package kz.sheshim.adapter.http.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * The inputs of a form that was filled from a recorded application, as far as they tell of its person. A draft is never erased, so none of its scenarios may say
 * them: no personal text, number or day. Codes it says: many persons have the same, and the law decides by them.
 */
final class PersonalInputs {
    /** The input that says which recorded decision the form was filled from. */
    static final String RECORDED = "@decision";

    private PersonalInputs() {}

    /**
     * Removes them, and the input that says where the form is from: what is typed in their place is fictitious.
     *
     * @return the fields that were left out; none if the form is not from a recorded decision
     */
    static List<Field> leaveOut(MultivaluedMap<String, String> typed, Vocabulary vocabulary) {
        List<Field> leftOut = new ArrayList<>();
        List<String> recorded = typed.remove(RECORDED);
        if (recorded == null || recorded.stream().allMatch(String::isEmpty)) {
            return leftOut;
        }
        for (Field field : vocabulary.fields()) {
            if (field.personal() && !isClosed(field.type())) {
                Pattern input = Pattern.compile(Pattern.quote(field.path().entity()) + "(\\[[0-9]+])?"
                        + Pattern.quote("." + field.path().field()) + FormTexts.OFFSET + "?");
                if (typed.keySet().removeIf(name -> input.matcher(name).matches())) {
                    leftOut.add(field);
                }
            }
        }
        return leftOut;
    }

    /** Whether the vocabulary says all values that there are. */
    private static boolean isClosed(FieldType type) {
        return switch (type.kind()) {
            case CODE, CODES, YES_NO -> true;
            case TEXT, WHOLE, DECIMAL, DATE, DATE_TIME -> false;
        };
    }
}
