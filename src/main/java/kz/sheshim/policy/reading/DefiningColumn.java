package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The column of a sheet of the vocabulary that defines names which others use.
 *
 * @param group the column with what a name belongs to; null where all names of the sheet are different
 */
record DefiningColumn(String sheet, String name, @Nullable String group) {
    /** An effect, "no ground" or "open rule" leads to an outcome. */
    static final DefiningColumn REACHED_BY = new DefiningColumn("Outcomes", "Reached by", null);

    private static final List<DefiningColumn> ALL = List.of(
            new DefiningColumn("Codes", "Code", "List"),
            new DefiningColumn("Places", "Place", "Act"),
            new DefiningColumn("Acts", "Act", null),
            new DefiningColumn("Grounds", "Ground", null),
            new DefiningColumn("Outcomes", "Outcome", null),
            new DefiningColumn("Notices", "Notice", null),
            new DefiningColumn("Actions", "Action", null),
            new DefiningColumn("Entities", "Entity", null),
            new DefiningColumn("Fields", "Field", null));

    static Optional<DefiningColumn> of(@Nullable String sheet) {
        return ALL.stream().filter(each -> each.sheet.equals(sheet)).findFirst();
    }
}
