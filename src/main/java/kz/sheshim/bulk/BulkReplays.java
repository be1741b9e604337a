package kz.sheshim.bulk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;

/** Replays many decisions in the background, and signs what that came to. */
public final class BulkReplays {
    private final BulkReplay replay;
    private final BackgroundRun<Selection, Signed> run;
    private final NoteSigner signer;
    private final Clock clock;

    /** @param failed told why a replay could not be finished */
    public BulkReplays(BulkReplay replay, NoteSigner signer, Clock clock, Consumer<Throwable> failed) {
        this.replay = replay;
        this.run = new BackgroundRun<>("replays", failed);
        this.signer = signer;
        this.clock = clock;
    }

    /** A report, and a note that says the same and that the log has signed. */
    public record Signed(BulkReplay.Report report, String note) {}

    /**
     * Begins a replay; the one that runs already, if it is of the same selection.
     *
     * @throws AnotherRuns if one of another selection runs, or the one of this selection is being cancelled
     */
    public State<Selection, Signed> begin(Selection selection) {
        return run.begin(selection, progress -> sign(selection, replay.replay(selection, progress)));
    }

    /** The replay with this id, if it is the last one. */
    public Optional<State<Selection, Signed>> find(UUID id) {
        return run.find(id);
    }

    /** The last replay of this service. */
    public Optional<State<Selection, Signed>> last() {
        return run.last();
    }

    /** Cancels the replay with this id, which ends soon; does nothing if it does not run. */
    public void cancel(UUID id) {
        run.cancel(id);
    }

    private Signed sign(Selection selection, BulkReplay.Report report) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(clock.instant()));
        lines.put("selection", selection.equals(Selection.ALL) ? "all" : "some");
        lines.put("replayed", Long.toString(report.replayed()));
        lines.put("different", Long.toString(report.different()));
        report.mismatches().forEach(each -> lines.put("entry-" + each.entry(), each.what()));
        String text = Statement.of("sheshim-replay/v1", lines).text();
        return new Signed(report, new Note(text, List.of(signer.sign(text))).toString());
    }
}
