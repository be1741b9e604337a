package kz.sheshim.vocabulary;

import java.util.function.Function;

/** One text in the three languages. */
public record Label(String en, String ru, String kk) {
    public static final Label NONE = new Label("", "", "");

    /** The label with this text in each language. */
    public static Label of(Function<Language, String> text) {
        return new Label(text.apply(Language.EN), text.apply(Language.RU), text.apply(Language.KK));
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case RU -> ru;
            case KK -> kk;
        };
    }
}
