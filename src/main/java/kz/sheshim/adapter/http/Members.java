package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.Fault;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/** The members of the JSON object in the body of a request. */
final class Members {
    private static final int NAMED = 5;
    private static final String BODY = "the body";

    private Members() {}

    /**
     * The names that the members of an object may have.
     *
     * @param required those that must be there; null counts as left out
     */
    record Form(List<String> required, List<String> optional) {
        private boolean has(Object name) {
            return required.contains(name) || optional.contains(name);
        }

        private Stream<String> names() {
            return Stream.concat(required.stream(), optional.stream());
        }
    }

    /** The members, which must all be there. Others are refused: a misspelt one would be ignored. */
    static Map<?, ?> of(byte[] body, List<String> required, JsonParser parser) {
        return of(body, required, List.of(), parser);
    }

    /** The members, of which some may be left out. If all may, the body may be empty. */
    static Map<?, ?> of(byte[] body, List<String> required, List<String> optional, JsonParser parser) {
        return ofOne(body, List.of(new Form(required, optional)), parser);
    }

    /** The members of one of these forms. */
    static Map<?, ?> ofOne(byte[] body, List<Form> forms, JsonParser parser) {
        if (body.length == 0 && forms.stream().anyMatch(form -> form.required().isEmpty())) {
            return Map.of();
        }
        JsonParser.Parsed parsed = parser.parse(body);
        if (!parsed.faults().isEmpty()) {
            throw unreadable(parsed);
        }
        if (!(parsed.value() instanceof Map<?, ?> members)) {
            throw Problems.badParameter(BODY, what(forms));
        }
        requireKnown(members, forms);
        Form form = forms.stream()
                .filter(each -> members.keySet().stream().allMatch(each::has))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(BODY, what(forms)));
        for (String name : form.required()) {
            if (members.get(name) == null) {
                throw missing(name);
            }
        }
        return members;
    }

    /** Says that a parameter or a member is not there. */
    static HttpProblem missing(String name) {
        return Problems.badParameter(name, Phrase.of("{0} is missing.", name));
    }

    /** Says that nothing reads a parameter or a member. */
    static HttpProblem unknown(String name, String shown, Stream<String> known) {
        return Problems.badParameter(
                name,
                Phrase.of("{0} is unknown here. Known are: {1}.", shown, known.collect(Collectors.joining(", "))));
    }

    private static HttpProblem unreadable(JsonParser.Parsed parsed) {
        Fault fault = parsed.faults().get(0);
        return Problems.badParameter(
                BODY,
                parsed.wellFormed()
                        ? Phrase.of("the body cannot be read at {0}: {1}.", fault.path(), fault.phrase())
                        : fault.phrase());
    }

    private static void requireKnown(Map<?, ?> members, List<Form> forms) {
        List<String> unknown = members.keySet().stream()
                .filter(name -> forms.stream().noneMatch(form -> form.has(name)))
                .map(String::valueOf)
                .limit(NAMED)
                .toList();
        if (!unknown.isEmpty()) {
            throw unknown(
                    BODY,
                    unknown.stream().map(Wording::quote).collect(Collectors.joining(", ")),
                    forms.stream().flatMap(Form::names).distinct());
        }
    }

    private static Phrase what(List<Form> forms) {
        Form first = forms.get(0);
        if (first.required().isEmpty()) {
            return Phrase.of("the body must be an object with any of {0}.", String.join(", ", first.optional()));
        }
        String required =
                forms.stream().map(form -> String.join(", ", form.required())).collect(Collectors.joining("; "));
        String optional = forms.stream()
                .flatMap(form -> form.optional().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!optional.isEmpty()) {
            return Phrase.of("the body must be an object with {0}; {1} may be left out.", required, optional);
        }
        return forms.size() == 1
                ? Phrase.of("the body must be an object with {0}.", required)
                : Phrase.of("the body must be an object with one of these lists of members: {0}.", required);
    }
}
