package kz.sheshim.bulk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.sheshim.bulk.BulkReplay.Report;
import kz.sheshim.bulk.BulkReplay.SoFar;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import org.jspecify.annotations.Nullable;

/** Replays of many decisions: each goes on where it was interrupted, and ends with a signed report. */
public final class BulkReplays implements RunKind<Selection, BulkReplays.Signed> {
    private static final String ENGINE = "engine";
    private static final String FIRST = "first";
    private static final String NEXT = "next";
    private static final String LAST = "last";
    private static final String REPORT = "report";
    private static final String NOTE = "note";

    private final BulkReplay replay;
    private final NoteSigner signer;
    private final String engine;
    private final Supplier<Optional<Note>> checkpoint;
    private final Clock clock;

    /**
     * @param engine the version of the service and its engine
     * @param checkpoint the newest of the log; empty if none was signed yet
     */
    public BulkReplays(
            BulkReplay replay, NoteSigner signer, String engine, Supplier<Optional<Note>> checkpoint, Clock clock) {
        this.replay = replay;
        this.signer = signer;
        this.engine = engine;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    /** A report, and a note that says the same and that the log has signed. */
    public record Signed(Report report, String note) {}

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Map<String, Object> askedJson(Selection selection) {
        return selection.json();
    }

    @Override
    public Selection asked(Map<?, ?> json) {
        return ReplayJson.selection(json);
    }

    @Override
    public Map<String, Object> resultJson(Signed signed) {
        return Map.of(REPORT, ReplayJson.json(signed.report()), NOTE, signed.note());
    }

    @Override
    public Signed result(Map<?, ?> json) {
        return new Signed(ReplayJson.report(ReplayJson.members(json, REPORT)), ReplayJson.text(json, NOTE));
    }

    @Override
    public Signed run(Selection selection, @Nullable Map<?, ?> mark, Progress progress) throws InterruptedException {
        Range range = mark == null
                ? replay.range(selection)
                : new Range(ReplayJson.number(mark, FIRST), ReplayJson.number(mark, LAST));
        SoFar begins = mark == null || !engine.equals(mark.get(ENGINE))
                ? new SoFar(range, Report.NONE) // a report is of one engine
                : new SoFar(
                        new Range(ReplayJson.number(mark, NEXT), range.last()),
                        ReplayJson.report(ReplayJson.members(mark, REPORT)));
        tell(range, begins, progress);
        return sign(selection, range, replay.replay(begins, selection, so -> tell(range, so, progress)));
    }

    private void tell(Range range, SoFar so, Progress progress) {
        progress.at(
                so.report().replayed(),
                range.last(),
                () -> Map.of(
                        ENGINE,
                        engine,
                        FIRST,
                        range.after(),
                        NEXT,
                        so.rest().after(),
                        LAST,
                        range.last(),
                        REPORT,
                        ReplayJson.json(so.report())));
    }

    /** The note says by what and on what the replay was made, so that nobody can take it for one of other decisions. */
    private Signed sign(Selection selection, Range range, Report report) {
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
        report.mismatches()
                .forEach(each -> lines.put("entry-" + each.entry(), each.what().toString()));
        String text = Statement.of("sheshim-replay/v1", lines).text();
        return new Signed(report, new Note(text, List.of(signer.sign(text))).toString());
    }
}
