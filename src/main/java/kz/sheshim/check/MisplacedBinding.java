package kz.sheshim.check;

/** A binding that the table cannot have. */
public record MisplacedBinding(String given, String reason) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " cannot be bound here: " + reason + ".";
    }
}
