package kz.sheshim.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.table.Citation;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;

/**
 * The fields that the service makes once the outcome is known, so that tables can read them: {@code verdict}, which occurs once, and
 * {@code grounds}, one instance for each ground that holds.
 */
public final class VerdictFields {
    public static final String VERDICT = "verdict";
    public static final String GROUNDS = "grounds";
    public static final FieldPath OUTCOME = new FieldPath(VERDICT, "outcome");
    public static final FieldPath IN_FORCE = new FieldPath(VERDICT, "inForce");
    public static final FieldPath CALENDAR_ENDS = new FieldPath(VERDICT, "calendarEnds");
    public static final FieldPath CODE = new FieldPath(GROUNDS, "code");
    public static final FieldPath EFFECT = new FieldPath(GROUNDS, "effect");
    public static final FieldPath SUBJECT = new FieldPath(GROUNDS, "subject");
    public static final FieldPath STATUS = new FieldPath(GROUNDS, "status");

    private VerdictFields() {}

    public static List<Entity> entities() {
        return List.of(
                new Entity(VERDICT, "Verdict", false, false, new Label("verdict", "решение", "шешім")),
                new Entity(GROUNDS, "Ground", true, false, new Label("ground", "основание", "негіз")));
    }

    public static List<Field> fields(
            Collection<String> outcomes, Collection<String> grounds, Collection<String> effects) {
        return List.of(
                field(OUTCOME, code("outcome", outcomes)),
                field(IN_FORCE, new FieldType.YesNo()),
                field(CALENDAR_ENDS, new FieldType.YesNo()),
                field(CODE, code("ground", grounds)),
                field(EFFECT, code("effect", effects)),
                field(SUBJECT, new FieldType.Text()),
                field(
                        STATUS,
                        code(
                                "citation status",
                                List.of(Citation.Status.VERIFIED.toString(), Citation.Status.TO_VERIFY.toString()))));
    }

    /** Known only when the outcome is. */
    public static boolean isOne(FieldPath field) {
        return Set.of(VERDICT, GROUNDS).contains(field.entity());
    }

    private static Field field(FieldPath path, FieldType type) {
        Label name = new Label(path.toString(), path.toString(), path.toString());
        return new Field(path, type, new IfAbsent.None(), true, null, name, false, false);
    }

    private static FieldType code(String list, Collection<String> codes) {
        Map<String, Label> labels = new LinkedHashMap<>();
        codes.forEach(code -> labels.put(code, new Label(code, code, code)));
        return new FieldType.Code(new CodeList(list, labels));
    }
}
