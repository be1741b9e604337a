package kz.sheshim.check;

/** A sheet of the vocabulary or calendar that no workbook has. */
public record MissingSheet(String sheet) implements Defect {
    @Override
    public String message() {
        return "no workbook has the sheet " + sheet + ", without which no application can be decided. Add it.";
    }
}
