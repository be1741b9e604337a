package kz.sheshim.policy.reading;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.table.CellText;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.LookAlikes;
import kz.sheshim.vocabulary.Nearest;

/** Finds the right writing of a whole cell that a wrong one was meant as: of a date, a yes, a bound, a list. Guesses nothing that could mean two things. */
final class Rewriting {
    private static final int LONGEST = 200;

    private static final Set<String> ANY =
            Set.of("any", "all", "*", "-", "любой", "любая", "любое", "любые", "кез келген");

    private static final Map<String, String> YES_AND_NO = Map.ofEntries(
            Map.entry("true", "yes"),
            Map.entry("y", "yes"),
            Map.entry("1", "yes"),
            Map.entry("да", "yes"),
            Map.entry("иә", "yes"),
            Map.entry("ия", "yes"),
            Map.entry("false", "no"),
            Map.entry("n", "no"),
            Map.entry("0", "no"),
            Map.entry("нет", "no"),
            Map.entry("жоқ", "no"));

    /** Spaces, and commas or points with spaces around them. */
    private static final String BETWEEN_CODES = "\\s*[,.;]\\s*|[\\s\\u00a0]+";

    private static final String AND = "\\s+(?:and|и|және)\\s+";
    private static final String OR_MORE =
            "(\\S+)\\s+(?:and|or|и|или|және)\\s+(?:more|over|above|older|later|более|больше|выше|старше|позже|одан жоғары|одан көп)";

    private static final Pattern RANGE =
            Pattern.compile("([<>]=?)\\s*([0-9.-]+)\\s*(?:,|&+|and|и|және)?\\s*([<>]=?)\\s*([0-9.-]+)");

    /** From 1982 to 2091. */
    private static final Pattern SERIAL = Pattern.compile("[3-6][0-9]{4}");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern SIGN = Pattern.compile("[!<>≠=]");

    private static final Pattern MISSING = Pattern.compile(
            "blank|empty|absent|none|null|n/?a|not (?:given|present|filled)|пусто|нет данных|отсутствует",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PRESENT = Pattern.compile(
            "not (?:missing|blank|empty|absent)|exists?|filled|given|есть|заполнено",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<UnaryOperator<String>> STEPS = List.of(
            text -> text.toLowerCase(Locale.ROOT),
            text -> ANY.contains(LookAlikes.replaced(text)) || ANY.contains(text) ? "-" : text,
            text -> absence(text).orElse(text),
            each(Rewriting::yesOrNo),
            replacing("(?<=[0-9])\\s*(?:лет|года?|years?(?: old)?|жас)(?!\\p{L})", ""),
            replacing("(?<=[0-9])\\s+\\p{L}+\\.?$", ""),
            replacing("(?<=[0-9])[OoОо](?![\\p{L}])|(?<![\\p{L}])[OoОо](?=[0-9])", "0"),
            replacing("^" + OR_MORE + "$", ">= $1"),
            replacing(
                    "(?<![^\\s])(?:от|с|со|не менее(?: чем)?|не меньше|не моложе|не ранее|не раньше|from|since|at least|(?:not|no) less than|not before|кемінде)\\s+(?=[0-9])",
                    ">= "),
            replacing(
                    "(?<![^\\s])(?:не более(?: чем)?|не больше|не старше|не позднее|не позже|по|at most|(?:not|no) more than|not after)\\s+(?=[0-9])",
                    "<= "),
            replacing(
                    "(?<![^\\s])(?:более(?: чем)?|больше|свыше|старше|позже|после|more than|over|above|after|greater than|older than)\\s+(?=[0-9])",
                    "> "),
            replacing(
                    "(?<![^\\s])(?:менее(?: чем)?|меньше|младше|моложе|ранее|раньше|less than|under|below|before|younger than)\\s+(?=[0-9])",
                    "< "),
            replacing("^between\\s+(\\S+)\\s+and\\s+(\\S+)$", "$1..$2"),
            replacing("([<>])\\s+=", "$1="),
            replacing("(≥|⩾|=>)\\s*", ">= "),
            replacing("(≤|⩽|=<)\\s*", "<= "),
            replacing("[\"“”„«»]", ""),
            replacing("^(?:lack|without|excludes?|не содержит|без)\\s+", "lacks "),
            replacing("^(?:include|contains?|содержит|включает)\\s+", "includes "),
            replacing("^(<>|!=|!|≠|не |(?:все |all )?(?:кроме |except |but )|not in )\\s*", "not "),
            replacing("^=+\\s*", ""),
            replacing("^\\[(.*)]$", "$1"),
            dates("(?<![0-9])([0-9]{1,2})([./])([0-9]{1,2})[./]([0-9]{4})(?![0-9])", Rewriting::dayFirst),
            dates("(?<![0-9])([0-9]{1,2})([.])([0-9]{1,2})[.]([0-9]{2})(?![0-9])", Rewriting::shortYear),
            dates("([0-9]{1,2})[\\s.-]+(\\p{L}+)[\\s.-]+([0-9]{4})(?:\\s*(?:г\\.?|года))?", Rewriting::namedMonth),
            dates("(\\p{L}+)\\s+([0-9]{1,2}),?\\s+([0-9]{4})", Rewriting::monthFirst),
            dates("(?<![0-9])([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])", Rewriting::yearFirst),
            replacing("(?<=[0-9])\\s*(?:[–—…]| - |\\.\\.\\.+| to )\\s*(?=[0-9])|(?<=-[0-9]{2})/(?=[0-9]{4}-)", ".."),
            replacing("^([0-9.]+)\\s*-\\s*([0-9.]+)$", "$1..$2"),
            replacing("^([0-9.-]+)\\s*\\+$", ">= $1"),
            replacing("^([0-9.-]*[0-9])\\s*\\.\\.+$", ">= $1"),
            replacing("^\\.\\.+\\s*([0-9.-]+)$", "<= $1"),
            replacing("(?<=[0-9]),(?=[0-9])", "."),
            replacing(",(?=[0-9])", ", "),
            replacing("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", ""),
            replacing("\\s*(?:[;\\n|]|(?<![0-9])/|/(?![0-9]))\\s*|\\s+(?:or|или|немесе|&|\\+)\\s+|" + AND, ", "),
            replacing(",[\\s,]*$", ""),
            text -> text.replaceFirst("^(includes|lacks)\\s+", text.startsWith("l") ? "not " : ""),
            text -> text.startsWith("not ") ? "lacks " + text.substring(4) : "includes " + text);

    private Rewriting() {}

    /** The first rewriting of a cell that can be read: by one step, or by all up to one. */
    static Optional<String> of(String text, FieldType type, Predicate<String> readable) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (String start : List.of(text, LookAlikes.replaced(text))) {
            candidates.add(start);
            STEPS.forEach(step -> candidates.add(step.apply(start)));
            String all = start;
            for (UnaryOperator<String> step : STEPS) {
                all = step.apply(all);
                candidates.add(all);
            }
        }
        return candidates.stream()
                .map(String::strip)
                .flatMap(candidate ->
                        Stream.of(candidate, range(candidate, type), codes(candidate, type), serial(candidate, type)))
                .filter(candidate -> !candidate.equals(text) && readable.test(candidate))
                .findFirst();
    }

    /** The word for a value that is absent or there, of a text that says so otherwise. */
    static Optional<String> absence(String text) {
        return MISSING.matcher(text).matches()
                ? Optional.of("missing")
                : PRESENT.matcher(text).matches() ? Optional.of("present") : Optional.empty();
    }

    /** The cell that names all that a cell seems to name; empty when one of its names is not near a known one. */
    static Optional<String> names(String text, Collection<String> known) {
        return names(text, known, text);
    }

    /** @param given what the cell says, which is no suggestion */
    static Optional<String> names(String text, Collection<String> known, String given) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (String split : List.of(",", "[,;\\n|/]", "[,;\\n|/]|" + AND)) {
            List<String> names = new ArrayList<>();
            for (String part : text.split(split)) {
                Nearest.to(part.strip(), known).ifPresent(names::add);
            }
            if (names.size() == text.split(split).length && Set.copyOf(names).size() == names.size()) {
                return Optional.of(String.join(", ", names)).filter(found -> !found.equals(given));
            }
        }
        return Optional.empty();
    }

    /** With the codes that the values between the commas are labels or slips of; with commas where only spaces stand between codes. */
    private static String codes(String text, FieldType type) {
        CodeList list = type.codeList().orElse(null);
        if (list == null) {
            return text;
        }
        String word = Stream.of("not ", "includes ", "lacks ")
                .filter(text::startsWith)
                .findFirst()
                .orElse("");
        String values = text.substring(word.length());
        if (Stream.of(values.split(BETWEEN_CODES)).allMatch(list::has)) {
            return word + values.replaceAll(BETWEEN_CODES, ", ");
        }
        return word
                + Stream.of(values.split(",", -1))
                        .map(String::strip)
                        .map(value -> list.has(value) ? value : code(value, list))
                        .collect(Collectors.joining(", "));
    }

    /** The day that a spreadsheet shows for a number, in the years that laws are written for. */
    private static String serial(String text, FieldType type) {
        return type.kind() == FieldType.Kind.DATE && SERIAL.matcher(text).matches()
                ? DAY_ZERO.plusDays(Long.parseLong(text)).toString()
                : text;
    }

    private static String code(String value, CodeList list) {
        List<String> labelled = list.codes().entrySet().stream()
                .filter(code -> code.getValue().texts().stream().anyMatch(value::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .toList();
        return labelled.size() == 1
                ? labelled.get(0)
                : Nearest.to(value, list.codes().keySet())
                        .filter(code -> !saysMore(value, code))
                        .orElse(value);
    }

    /** A sign or another word beside a code could turn its meaning round. */
    private static boolean saysMore(String value, String code) {
        return SIGN.matcher(value).lookingAt() || value.endsWith(" " + code) || value.startsWith(code + " ");
    }

    /** Two comparisons as one range, whose bounds are both included. */
    private static String range(String text, FieldType type) {
        var bounds = RANGE.matcher(text);
        if (!bounds.matches() || bounds.group(1).charAt(0) == bounds.group(3).charAt(0)) {
            return text;
        }
        Optional<Object> first = included(bounds.group(1), bounds.group(2), type);
        Optional<Object> second = included(bounds.group(3), bounds.group(4), type);
        if (first.isEmpty() || second.isEmpty()) {
            return text;
        }
        boolean rising = bounds.group(1).startsWith(">");
        return CellText.value((rising ? first : second).get()) + ".." + CellText.value((rising ? second : first).get());
    }

    /** The last value on this side of a bound; none where there is always another one in between. */
    private static Optional<Object> included(String sign, String text, FieldType type) {
        Optional<Object> value = type.parse(text);
        if (sign.length() == 2) {
            return value;
        }
        int inwards = sign.equals(">") ? 1 : -1;
        return value.flatMap(bound -> bound instanceof Long number
                ? Optional.of(number + inwards)
                : bound instanceof LocalDate day ? Optional.of(day.plusDays(inwards)) : Optional.empty());
    }

    private static String yesOrNo(String text) {
        return YES_AND_NO.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    /** Rewrites the values between the commas. */
    private static UnaryOperator<String> each(UnaryOperator<String> value) {
        return text -> {
            List<String> values =
                    Stream.of(text.split(",", -1)).map(String::strip).toList();
            List<String> rewritten = values.stream().map(value).toList();
            return rewritten.equals(values) ? text : String.join(", ", rewritten);
        };
    }

    private static UnaryOperator<String> replacing(String pattern, String by) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return text -> compiled.matcher(text).replaceAll(by);
    }

    private static UnaryOperator<String> dates(String pattern, Function<MatchResult, String> by) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceAll(by);
    }

    /** With a slash, some write the month first: such a date is only read when one of the numbers cannot be a month. */
    private static String dayFirst(MatchResult date) {
        boolean slash = date.group(2).equals("/");
        boolean firstIsMonth = Integer.parseInt(date.group(1)) <= 12;
        boolean secondIsMonth = Integer.parseInt(date.group(3)) <= 12;
        if (slash && firstIsMonth && secondIsMonth) {
            return date.group();
        }
        return slash && firstIsMonth
                ? iso(date.group(4), date.group(1), date.group(3))
                : iso(date.group(4), date.group(3), date.group(1));
    }

    private static String shortYear(MatchResult date) {
        return iso("20" + date.group(4), date.group(3), date.group(1));
    }

    private static String namedMonth(MatchResult date) {
        return named(date, date.group(1), date.group(2));
    }

    private static String monthFirst(MatchResult date) {
        return named(date, date.group(2), date.group(1));
    }

    private static String named(MatchResult date, String day, String name) {
        Month month = CalendarNames.months().get(name.toLowerCase(Locale.ROOT));
        return month == null ? date.group() : iso(date.group(3), Integer.toString(month.getValue()), day);
    }

    private static String yearFirst(MatchResult date) {
        return iso(date.group(1), date.group(2), date.group(3));
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + (month.length() == 1 ? "0" : "") + month + "-" + (day.length() == 1 ? "0" : "") + day;
    }
}
