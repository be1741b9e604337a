package kz.sheshim.check;

/** A condition cell that cannot be read. */
public record MalformedCondition(String given, String reason) implements Defect {
    @Override
    public String message() {
        return "the condition \"" + given + "\" cannot be read: " + reason + ".";
    }
}
