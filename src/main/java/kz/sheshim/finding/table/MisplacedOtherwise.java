package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** otherwise or always where it cannot stand. */
public record MisplacedOtherwise(String word) implements Defect {
    @Override
    public String message() {
        return word
                + " cannot stand here: otherwise stands in the first condition cell of the last rule of a FIRST table, always in the first condition cell of a rule without conditions in another table. Move it there, or write the conditions.";
    }
}
