package kz.sheshim.policy.reading;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of months and days of the week, short and in full, in small letters and without dots, in all languages. */
final class CalendarNames {
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** A name that is another one in some language is clear if it is so in all but one of this number of languages. */
    private static final int CLEAR = 10;

    private CalendarNames() {}

    /** Read when the first date is found that is written so: it takes a second. */
    private static final class Months {
        static final Map<String, Month> BY_NAME = named(Month.values(), month -> month::getDisplayName);
    }

    private static final class Days {
        static final Map<String, DayOfWeek> BY_NAME = named(DayOfWeek.values(), day -> day::getDisplayName);
    }

    static Map<String, Month> months() {
        return Months.BY_NAME;
    }

    static Map<String, DayOfWeek> days() {
        return Days.BY_NAME;
    }

    private static <T> Map<String, T> named(T[] values, Function<T, BiFunction<TextStyle, Locale, String>> name) {
        Map<String, List<T>> meanings = new HashMap<>();
        for (Locale language : Locale.getAvailableLocales()) {
            if (language.getCountry().isEmpty()) {
                for (T value : values) {
                    for (TextStyle style : STYLES) {
                        String text = name.apply(value).apply(style, language).toLowerCase(language);
                        meanings.computeIfAbsent(text.replace(".", ""), each -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
        Map<String, T> named = new HashMap<>();
        meanings.forEach((text, meant) -> Stream.of(values)
                .filter(value -> CLEAR * Collections.frequency(meant, value) >= (CLEAR - 1) * meant.size())
                .forEach(value -> named.put(text, value)));
        return named;
    }
}
