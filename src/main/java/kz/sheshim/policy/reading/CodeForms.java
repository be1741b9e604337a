package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.CodeUnlikeOthers;

/** Finds the one code of a list that has another form than all others, as a country of two letters among those of three: nothing else tells such a slip. */
final class CodeForms {
    /** Fewer codes may be alike by chance. */
    private static final int MIN_ALIKE = 8;

    private CodeForms() {}

    static void check(String list, DefinedNames<?> codes, Consumer<Finding> findings) {
        Map<String, List<String>> alike =
                codes.values().keySet().stream().collect(Collectors.groupingBy(CodeForms::form));
        alike.values().stream()
                .filter(most -> most.size() >= MIN_ALIKE
                        && most.size() == codes.values().size() - 1)
                .forEach(most -> codes.values().keySet().stream()
                        .filter(code -> !most.contains(code))
                        .forEach(code -> findings.accept(Finding.at(
                                codes.place(code), new CodeUnlikeOthers(code, list, most.size(), most.get(0))))));
    }

    /** The sort of each character: AAA for KAZ. */
    private static String form(String code) {
        return code.codePoints()
                .mapToObj(each -> Character.isDigit(each)
                        ? "0"
                        : Character.isUpperCase(each) ? "A" : Character.isLetter(each) ? "a" : Character.toString(each))
                .collect(Collectors.joining());
    }
}
