package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.bulk.BulkReplays.Signed;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.Audits.Question;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Audits of the whole record, and replays of many decisions: they run in the background, and the page follows them. */
@Path("/desk/operations/audits")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("auditor")
public class AuditPages {
    private final Desk desk;
    private final BackgroundRun<Question, AuditLog.Report> audits;
    private final BackgroundRun<Selection, Signed> replays;
    private final PublishedLog log;

    AuditPages(
            Desk desk,
            BackgroundRun<Question, AuditLog.Report> audits,
            BackgroundRun<Selection, Signed> replays,
            PublishedLog log) {
        this.desk = desk;
        this.audits = audits;
        this.replays = replays;
        this.log = log;
    }

    /** One thing that is wrong. @param entry empty: the log as a whole */
    public record Flaw(String entry, Said text) {}

    /**
     * A run in the background.
     *
     * @param state {@code none}, {@code running}, {@code cancelled}, {@code failed}, {@code clean} or {@code flawed}
     * @param begun null: there is none
     * @param by who asked for it
     * @param end the last entry; 0: not known
     * @param note what the log has signed about it; empty: nothing
     */
    public record Run(
            String state, @Nullable Instant begun, String by, long done, long end, List<Flaw> flaws, String note) {
        static final Run NONE = new Run("none", null, "", 0, 0, List.of(), "");

        static Run of(State<?, ?> run, List<Flaw> flaws, String note) {
            return new Run(
                    run.result() == null ? run.code() : flaws.isEmpty() ? "clean" : "flawed",
                    run.begun(),
                    run.by().name(),
                    run.done(),
                    run.end(),
                    flaws,
                    note);
        }

        public boolean runs() {
            return state.equals("running");
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance audits(Run audit, Run replay);

        static native TemplateInstance auditRuns(Run audit, Run replay);
    }

    /** The page; for htmx, which asks while something runs, the part that changes. */
    @GET
    public TemplateInstance show(@HeaderParam("HX-Request") @Nullable String partly) {
        Run audit =
                audits.last().map(run -> Run.of(run, flaws(run.result()), "")).orElse(Run.NONE);
        Run replay = replays.last()
                .map(run -> {
                    Signed signed = run.result();
                    return Run.of(run, mismatches(signed), signed == null ? "" : signed.note());
                })
                .orElse(Run.NONE);
        return desk.page(partly == null ? Templates.audits(audit, replay) : Templates.auditRuns(audit, replay));
    }

    private List<Flaw> flaws(AuditLog.@Nullable Report report) {
        return report == null
                ? List.of()
                : report.flaws().stream()
                        .map(flaw -> new Flaw(
                                flaw.entry() == null ? "" : String.valueOf(flaw.entry()), desk.say(flaw.phrase())))
                        .toList();
    }

    private List<Flaw> mismatches(@Nullable Signed signed) {
        return signed == null
                ? List.of()
                : signed.report().mismatches().stream()
                        .map((BulkReplay.Mismatch each) -> new Flaw(String.valueOf(each.entry()), desk.say(each.why())))
                        .toList();
    }

    /** Begins an audit by the key of the service, without witnesses. */
    @POST
    @Path("/audit")
    public Response audit() {
        audits.begin(Question.by(log.key()), desk.submitter());
        return back();
    }

    @POST
    @Path("/replay")
    public Response replay(
            @FormParam("from") @Nullable String from,
            @FormParam("to") @Nullable String to,
            @FormParam("newest") @Nullable String newest) {
        replays.begin(
                new Selection(day("from", from), day("to", to), null, null, null, newest(newest)), desk.submitter());
        return back();
    }

    private static Response back() {
        return Shown.page("/desk/operations/audits").build();
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : Parameters.day(name, text);
    }

    private static @Nullable Integer newest(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[1-9][0-9]{0,8}")) {
            throw Problems.badParameter("newest", Phrase.of("{0} must be a whole number from 1 on.", "newest"));
        }
        return Integer.valueOf(text.strip());
    }
}
