package kz.sheshim.vocabulary;

/** The languages of all texts. */
public enum Language {
    EN,
    RU,
    KK;

    /** The language's tag (BCP 47). */
    public String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
