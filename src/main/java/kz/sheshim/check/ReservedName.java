package kz.sheshim.check;

/** A code that means something else in a condition cell. */
public record ReservedName(String given) implements Defect {
    @Override
    public String message() {
        return given + " has a meaning of its own in condition cells and cannot be a code. Choose another one.";
    }
}
