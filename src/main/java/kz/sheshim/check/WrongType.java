package kz.sheshim.check;

/** A value that is not of its field's type. */
public record WrongType(String given, String type) implements Defect {
    @Override
    public String message() {
        return given + " is not a value of the type " + type + ".";
    }
}
