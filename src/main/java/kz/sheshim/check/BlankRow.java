package kz.sheshim.check;

/** A blank row inside a table. */
public record BlankRow() implements Defect {
    @Override
    public String message() {
        return "the row is blank, but rules stand below it; a reader may take them for notes. Remove the row.";
    }
}
