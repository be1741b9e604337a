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
import kz.sheshim.vocabulary.Languages;

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
                new Entity(VERDICT, "Verdict", false, false, words("verdict", "решение", "шешім")),
                new Entity(GROUNDS, "Ground", true, false, words("ground", "основание", "негіз")));
    }

    /** What the desk calls them, in its languages. */
    private static Label words(String en, String ru, String kk) {
        return new Label(Languages.USUAL, List.of(en, ru, kk));
    }

    public static List<Field> fields(
            Collection<String> outcomes, Collection<String> grounds, Collection<String> effects) {
        return List.of(
                field(OUTCOME, code("outcome", outcomes), words("Outcome", "Исход", "Нәтиже")),
                field(
                        IN_FORCE,
                        new FieldType.YesNo(),
                        words("Day covered by the rules", "День охвачен правилами", "Күнді ережелер қамтиды")),
                field(
                        CALENDAR_ENDS,
                        new FieldType.YesNo(),
                        words(
                                "Calendar ends before the term",
                                "Календарь кончается раньше срока",
                                "Күнтізбе мерзімнен бұрын аяқталады")),
                field(CODE, code("ground", grounds), words("Ground", "Основание", "Негіз")),
                field(EFFECT, code("effect", effects), words("Effect", "Последствие", "Салдар")),
                field(SUBJECT, new FieldType.Text(), words("Subject", "Предмет", "Нысан")),
                field(
                        STATUS,
                        code(
                                "citation status",
                                List.of(Citation.Status.VERIFIED.toString(), Citation.Status.TO_VERIFY.toString())),
                        words("Citation status", "Состояние ссылки", "Сілтеменің күйі")));
    }

    /** Known only when the outcome is. */
    public static boolean isOne(FieldPath field) {
        return Set.of(VERDICT, GROUNDS).contains(field.entity());
    }

    private static Field field(FieldPath path, FieldType type, Label label) {
        return new Field(path, type, new IfAbsent.None(), true, null, label, false, false);
    }

    private static FieldType code(String list, Collection<String> codes) {
        Map<String, Label> labels = new LinkedHashMap<>();
        codes.forEach(code -> labels.put(code, Label.same(code)));
        return new FieldType.Code(new CodeList(list, labels));
    }
}
