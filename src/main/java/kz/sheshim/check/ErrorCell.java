package kz.sheshim.check;

/** A cell whose computation failed. */
public record ErrorCell(String error) implements Defect {
    @Override
    public String message() {
        return "the cell holds the error " + Given.shown(error) + ", which says nothing. Write the value itself.";
    }
}
