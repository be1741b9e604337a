package kz.sheshim.check;

/** otherwise where it cannot stand. */
public record MisplacedOtherwise() implements Defect {
    @Override
    public String message() {
        return "otherwise can only stand in the last rule of a FIRST table, alone; for a rule that always holds in another table write always.";
    }
}
