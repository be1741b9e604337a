package kz.sheshim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** What examples.jsonl says of a verdict. */
public record ExpectedVerdictFixture(
        String outcome,
        List<String> grounds,
        List<String> missingFacts,
        List<String> actions,
        List<String> notices,
        @Nullable String due) {

    /** What the line of an example expects. */
    public static ExpectedVerdictFixture of(JsonNode example) {
        JsonNode expected = example.get("expected");
        return new ExpectedVerdictFixture(
                expected.get("outcome").asText(),
                withSubjects(expected.get("grounds")),
                texts(expected.get("missingFacts")),
                texts(expected.get("actions")),
                withSubjects(expected.get("notices")),
                expected.get("due").isNull() ? null : expected.get("due").asText());
    }

    /** As much of the verdict as examples speak of. */
    public static ExpectedVerdictFixture of(Verdict verdict) {
        return new ExpectedVerdictFixture(
                verdict.outcome(),
                verdict.grounds().stream()
                        .map(ground -> name(ground.code(), ground.subject()))
                        .sorted()
                        .toList(),
                verdict.missingFacts().stream().sorted().toList(),
                verdict.actions().stream().sorted().toList(),
                verdict.notices().stream()
                        .filter(notice -> !notice.code().equals("citation-to-verify"))
                        .map(notice -> name(notice.code(), notice.subject()))
                        .sorted()
                        .toList(),
                verdict.due() == null ? null : verdict.due().toString());
    }

    private static String name(String code, @Nullable String subject) {
        return subject == null ? code : code + " " + subject;
    }

    private static List<String> withSubjects(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(name(
                each.get("code").asText(),
                each.hasNonNull("subject") ? each.get("subject").asText() : null)));
        return names.stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts.stream().sorted().toList();
    }
}
