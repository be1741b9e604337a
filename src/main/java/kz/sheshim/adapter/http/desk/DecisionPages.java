package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.DecisionIds;
import kz.sheshim.adapter.http.KnownCodes;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.PrintReceipt;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.receipt.IssueReceipt;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Recorded decisions: the list of them, and one as a file. */
@Path("/desk/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "auditor"})
public class DecisionPages {
    static final String PATH = "/desk/decisions/";
    private static final int PAGE = 50;
    private static final int SUBMITTERS = 500;

    private final Desk desk;
    private final KnownLaw known;
    private final DecisionLogReader log;
    private final FeatureCounts features;
    private final Rulesets rulesets;
    private final DeliveryLog handOvers;
    private final ManageDeliveries operate;
    private final IssueReceipt receipts;
    private final PrintReceipt print;
    private final KnownCodes codes;

    DecisionPages(
            Desk desk,
            KnownLaw known,
            DecisionLogReader log,
            FeatureCounts features,
            Rulesets rulesets,
            DeliveryLog handOvers,
            ManageDeliveries operate,
            IssueReceipt receipts,
            PrintReceipt print,
            KnownCodes codes) {
        this.desk = desk;
        this.known = known;
        this.log = log;
        this.features = features;
        this.rulesets = rulesets;
        this.handOvers = handOvers;
        this.operate = operate;
        this.receipts = receipts;
        this.print = print;
        this.codes = codes;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance decisions(
                DecisionSearch search, SearchChoices choices, List<FoundDecision> found, String first, String next);

        static native TemplateInstance decision(DecisionFile file);

        static native TemplateInstance erased(Erasure erasure, List<FoundDecision> left);
    }

    static DecisionTexts texts(Desk desk) {
        return MessageBundles.get(DecisionTexts.class, Localized.Literal.of(desk.tag()));
    }

    @GET
    public TemplateInstance list(@BeanParam DecisionSearch search) {
        search.nameRevision(known);
        DecisionLogReader.Query query = search.query(desk.caller(), desk.inForce(), PAGE);
        codes.require(query);
        DecisionPage page = log.list(query);
        List<String> submitters =
                desk.is(Role.AUDITOR) ? features.names(Feature.Kind.SUBMITTER, SUBMITTERS) : List.of();
        EntryNumber next = page.next();
        return desk.page(Templates.decisions(
                search,
                SearchChoices.of(desk.inForce(), search, submitters, desk.language()),
                FoundDecision.of(page, rulesets, desk.language()),
                search.address(null),
                next == null ? "" : search.address(next)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance decision(@PathParam("id") String id) {
        try {
            Entry entry = find(id);
            List<Delivery> ofDecision = desk.is(Role.OPERATOR) ? handOvers.of(entry.number()) : List.of();
            return desk.page(Templates.decision(rulesets.with(
                    entry.decision().revision(),
                    loaded -> DecisionFile.of(entry, loaded, desk.language(), ofDecision))));
        } catch (CaseErased erased) {
            Erasure erasure = erased.erasure();
            DecisionPage left = log.list(DecisionLogReader.Query.newest(
                    new EntryNumber(erasure.erased().value() + 1), 1));
            return desk.page(Templates.erased(erasure, FoundDecision.of(left, rulesets, desk.language())));
        }
    }

    /** The decision, if there is one that whoever works here may read. */
    private Entry find(String id) {
        return desk.caller().find(log, DecisionIds.read(id)).orElseThrow(() -> DecisionIds.unknown(id));
    }

    @GET
    @Path("/{id}/application.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response application(@PathParam("id") String id) {
        return Response.ok(find(id).decision().received())
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"application-" + id + ".json\"")
                .build();
    }

    @GET
    @Path("/{id}/receipts/{code}.html")
    public Response receipt(
            @PathParam("id") String id,
            @PathParam("code") String code,
            @QueryParam("language") @Nullable String language) {
        return receipt(id, code, language, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), print::html);
    }

    @GET
    @Path("/{id}/receipts/{code}.pdf")
    @Produces(PrintReceipt.PDF)
    public Response receiptAsPdf(
            @PathParam("id") String id,
            @PathParam("code") String code,
            @QueryParam("language") @Nullable String language) {
        return receipt(id, code, language, MediaType.valueOf(PrintReceipt.PDF), print::pdf);
    }

    /** @param language tag of a language of the policy; null: that of the desk, if the policy has it */
    private Response receipt(
            String id,
            String code,
            @Nullable String language,
            MediaType type,
            BiFunction<Receipt, Entry, Object> printed) {
        Entry entry = find(id);
        Receipt receipt = receipts.issue(
                entry.decision(),
                code,
                languages -> language == null
                        ? languages.closest(desk.language())
                        : languages
                                .tagged(Parameters.oneOf(
                                        "language",
                                        language,
                                        languages.all().stream()
                                                .map(Language::tag)
                                                .toList()))
                                .orElseThrow());
        Response.ResponseBuilder answer = Response.ok(printed.apply(receipt, entry), type);
        PrintReceipt.head(answer, receipt, type);
        return answer.build();
    }

    @POST
    @Path("/{id}/hand-overs/{number}/retry")
    @RolesAllowed("operator")
    public Response retry(@PathParam("id") String id, @PathParam("number") String number) {
        if (!operate.retry(new DeliveryNumber(Parameters.number("number", number, Long.MAX_VALUE)))) {
            throw Problems.said(
                            Problems.problem("hand-over-settled", 409, "The hand-over is settled"),
                            Phrase.of("It was delivered or abandoned already."))
                    .build();
        }
        return Shown.page(PATH + DecisionIds.read(id) + "#hand-overs").build();
    }
}
