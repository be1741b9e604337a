package kz.sheshim.adapter.http.desk;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;

/** The languages that the desk speaks: it has message bundles in them. A policy may have others; its texts are then shown in its first language. */
final class DeskLanguages {
    static final Languages ALL = Languages.of("en", "ru", "kk");

    /** The Kazakh letters behind those that Russian has too. Java knows only the order of these. */
    private static final String KAZAKH =
            "& А < ә , Ә & Г < ғ , Ғ & К < қ , Қ & Н < ң , Ң & О < ө , Ө & У < ұ , Ұ < ү , Ү & Х < һ , Һ & Ы < і , І";

    private DeskLanguages() {}

    /** The order of words in a language. */
    static Comparator<Object> order(Language language) {
        if (!language.tag().equals("kk")) {
            return Collator.getInstance(Locale.forLanguageTag(language.tag()));
        }
        RuleBasedCollator russian = (RuleBasedCollator) Collator.getInstance(Locale.forLanguageTag("ru"));
        try {
            return new RuleBasedCollator(russian.getRules() + KAZAKH);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
