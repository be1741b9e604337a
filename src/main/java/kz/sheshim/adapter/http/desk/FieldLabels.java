package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/** The labels of fields in forms of the desk, by which problems name them. */
final class FieldLabels {
    private final Desk desk;

    FieldLabels(Desk desk) {
        this.desk = desk;
    }

    /** What a problem says, with the label of the field in the place of the name of the parameter; empty if it says nothing. */
    Optional<Phrase> in(HttpProblem problem) {
        return Problems.detail(problem)
                .map(said -> label(String.valueOf(problem.getParameters().get("parameter")))
                        .map(label -> named(said, label))
                        .orElse(said));
    }

    private Phrase named(Phrase said, String label) {
        List<Object> values = new ArrayList<>(said.values());
        if (!values.isEmpty()) {
            values.set(0, desk.tag().equals("en") ? "\"" + label + "\"" : "«" + label + "»");
        }
        return new Phrase(said.pattern(), values);
    }

    Optional<String> label(String parameter) {
        DecisionTexts decision = desk.texts(DecisionTexts.class);
        OperationsWords operations = desk.texts(OperationsWords.class);
        DraftTexts draft = desk.draftTexts();
        return Optional.ofNullable(
                switch (parameter) {
                    case "about" -> draft.about();
                    case "at" -> draft.at();
                    case "basis" -> decision.basis();
                    case "by" -> desk.texts(NumberWords.class).fact();
                    case "days" -> desk.texts(NumberWords.class).lastDays();
                    case "decidedFrom" -> decision.decidedFrom();
                    case "decidedTo" -> decision.decidedUntil();
                    case "destination" -> operations.destination();
                    case "expires" -> operations.validUntil();
                    case "fact" -> desk.texts(NumberWords.class).fact();
                    case "field" -> decision.field();
                    case "files" -> draft.workbooks();
                    case "from" ->
                        desk.path().startsWith(RowPages.PATH)
                                ? desk.texts(RowTexts.class).fromDay()
                                : decision.filedFrom();
                    case "ground" -> decision.ground();
                    case "newest" -> draft.onlyNewest();
                    case "on" -> desk.texts().inForceOn();
                    case "outcome" -> decision.outcome();
                    case "owner" -> operations.owner();
                    case "text" ->
                        desk.path().endsWith("/comments")
                                ? draft.comment()
                                : desk.path().endsWith("/proposal") ? draft.why() : draft.reason();
                    case "reason" -> draft.reason();
                    case "revision" -> draft.revision();
                    case "roles" -> desk.texts().roles();
                    case "rule" -> decision.rule();
                    case "state" -> operations.state();
                    case "submitter" -> decision.submitter();
                    case "sure" -> decision.sureToErase();
                    case "title" -> draft.title();
                    case "to" -> decision.filedUntil();
                    default -> null;
                });
    }
}
