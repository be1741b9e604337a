package kz.sheshim.vocabulary;

/** One text in the three languages. */
public record Label(String en, String ru, String kk) {
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case RU -> ru;
            case KK -> kk;
        };
    }
}
