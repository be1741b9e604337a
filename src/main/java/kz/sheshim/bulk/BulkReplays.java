package kz.sheshim.bulk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;

/** Replays many decisions in the background, and signs what that came to. */
public final class BulkReplays {
    private final BulkReplay replay;
    private final BackgroundRun<Selection, Signed> run;
    private final NoteSigner signer;
    private final String engine;
    private final Supplier<Optional<Note>> checkpoint;
    private final Clock clock;

    /**
     * @param engine the version of the service and its engine
     * @param checkpoint the newest of the log; empty if none was signed yet
     * @param failed told why a replay could not be finished
     */
    public BulkReplays(
            BulkReplay replay,
            NoteSigner signer,
            String engine,
            Supplier<Optional<Note>> checkpoint,
            Clock clock,
            Consumer<Throwable> failed) {
        this.replay = replay;
        this.engine = engine;
        this.checkpoint = checkpoint;
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
        return run.begin(selection, progress -> {
            Range range = replay.range(selection);
            return sign(selection, range, replay.replay(range, selection, progress));
        });
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

    /** The note says by what and on what the replay was made, so that nobody can take it for one of other decisions. */
    private Signed sign(Selection selection, Range range, BulkReplay.Report report) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(clock.instant()));
        lines.put("engine", engine);
        lines.put("selection", selection.equals(Selection.ALL) ? "all" : "some");
        selection.json().forEach((condition, value) -> lines.put(condition, value.toString()));
        lines.put("first-entry", Long.toString(Math.min(range.after() + 1, range.last())));
        lines.put("last-entry", Long.toString(range.last()));
        checkpoint.get().map(note -> Checkpoint.parse(note.text())).ifPresent(tree -> {
            lines.put("tree-size", Long.toString(tree.size()));
            lines.put("tree-root", tree.root().base64());
        });
        lines.put("replayed", Long.toString(report.replayed()));
        lines.put("erased", Long.toString(report.erased()));
        lines.put("missing", Long.toString(report.missing()));
        lines.put("different", Long.toString(report.different()));
        lines.put("listed", report.mismatches().size() + " of " + (report.different() + report.missing()));
        report.mismatches().forEach(each -> lines.put("entry-" + each.entry(), each.what()));
        String text = Statement.of("sheshim-replay/v1", lines).text();
        return new Signed(report, new Note(text, List.of(signer.sign(text))).toString());
    }
}
