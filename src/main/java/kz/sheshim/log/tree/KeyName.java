package kz.sheshim.log.tree;

/** What may be the name of a key: not empty, without Unicode spaces, control characters and plus signs (C2SP signed-note). */
final class KeyName {
    private KeyName() {}

    static String checked(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::forbidden)) {
            throw new NotValid(
                    "the name of a key must have no spaces, control characters and plus signs and not be empty: "
                            + Strict.quote(name));
        }
        return name;
    }

    private static boolean forbidden(int each) {
        return each == '+'
                || each < ' '
                || each == 0x85
                || Character.isSpaceChar(each)
                || Character.isWhitespace(each)
                || Character.getType(each) == Character.SURROGATE;
    }
}
