package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.sheshim.adapter.http.problem.FaultView;
import kz.sheshim.json.DecisionView;
import kz.sheshim.json.VerdictView;
import kz.sheshim.replay.Replay;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** A replay as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        boolean identical,
        String revision,
        String engine,
        DecisionView recorded,
        @Nullable VerdictView replayed,
        List<DifferenceView> differences,
        List<FaultView> faults) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(String what, @Nullable String recorded, @Nullable String replayed) {}

    static ReplayView of(Replay replay, Language language) {
        return new ReplayView(
                replay.identical(),
                replay.revision().toString(),
                replay.engine(),
                DecisionView.of(replay.recorded(), language),
                replay.replayed() == null ? null : VerdictView.of(replay.replayed(), replay.ruleset(), language),
                replay.differences().stream()
                        .map(each -> new DifferenceView(each.what(), each.recorded(), each.replayed()))
                        .toList(),
                replay.faults().stream().map(FaultView::of).toList());
    }
}
