package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.KnownDestinations;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryLog.Unsettled;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.delivery.Routes;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The destinations of events, what waits for each, and the dead letters, which an operator retries or abandons. */
@Path("/desk/operations/hand-overs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("operator")
public class HandOverPages {
    private static final int PAGE = 100;
    private static final Pattern NOTED = Pattern.compile(
            "(HTTP status |no answer within |no connection within |the (?:connection|request) failed: )(.+)");

    private final Desk desk;
    private final DeliveryLog handOvers;
    private final ManageDeliveries operate;
    private final Routes routes;
    private final KnownDestinations known;

    HandOverPages(Desk desk, DeliveryLog handOvers, ManageDeliveries operate, Routes routes, KnownDestinations known) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.operate = operate;
        this.routes = routes;
        this.known = known;
    }

    /**
     * A destination and its backlog.
     *
     * @param address where it is; empty: the settings do not name it
     * @param events the codes of the actions that it receives, and of the events of the law; empty: all actions
     * @param known whether the settings still name it
     * @param unsettled null: nothing waits
     */
    public record Target(
            String name, String address, List<String> events, boolean known, @Nullable Unsettled unsettled) {}

    /**
     * A hand-over in the list.
     *
     * @param code of the action, or of the event of the law
     * @param about the decision or the draft; empty: neither
     * @param path where the reader sees it; empty: this reader may not
     * @param failure why the last attempt failed; null: none did
     */
    public record Item(Delivery handOver, String code, String about, String path, @Nullable Said failure) {}

    /** What the list shows; empty texts: any. @param next where the next page begins; empty: there is none */
    public record Search(String state, String destination, String next) {
        public List<String> states() {
            return List.of("dead", "waiting", "delivered", "abandoned");
        }

        /** Whether what is listed could be tried again at once. */
        public boolean dead() {
            return state.equals("dead");
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param tried how many were just tried again; null: nobody asked for it */
        static native TemplateInstance handOvers(
                List<Target> targets, Search search, List<Item> list, @Nullable Integer tried);

        static native TemplateInstance handOverAbandon(Item item);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("after") @Nullable String after,
            @QueryParam("tried") @Nullable String tried) {
        String wanted = Objects.requireNonNullElse(state, "dead");
        String from = Objects.requireNonNullElse(destination, "");
        List<Delivery> page = handOvers.list(new DeliveryLog.Query(
                wanted.isEmpty() ? null : state(wanted),
                from.isEmpty() ? null : from,
                after == null || after.isEmpty() ? null : number(after),
                PAGE));
        known.require(from, page);
        String next = page.size() < PAGE
                ? ""
                : String.valueOf(page.get(page.size() - 1).number().value());
        return desk.page(Templates.handOvers(
                targets(),
                new Search(wanted, from, next),
                page.stream().map(this::item).toList(),
                tried == null || !tried.matches("[0-9]{1,3}") ? null : Integer.valueOf(tried)));
    }

    private Item item(Delivery handOver) {
        if (handOver.event() instanceof LawEvent law) {
            String draft = Objects.requireNonNullElse(law.draft(), "");
            return new Item(
                    handOver,
                    code(law.kind()),
                    draft,
                    draft.isEmpty() ? "" : "/desk/drafts/" + draft,
                    failure(handOver));
        }
        ActionEvent action = (ActionEvent) handOver.event();
        String decision = action.decision().toString();
        return new Item(
                handOver,
                action.action(),
                decision,
                desk.is(Role.AUDITOR) ? DecisionPages.PATH + decision : "",
                failure(handOver));
    }

    private @Nullable Said failure(Delivery handOver) {
        String noted = handOver.failure();
        return noted == null ? null : desk.say(phrase(noted));
    }

    /** What the transport noted, for any language. */
    private static Phrase phrase(String noted) {
        Matcher parts = NOTED.matcher(noted);
        if (!parts.matches()) {
            return Phrase.of("{0}", noted);
        }
        String value = parts.group(2);
        return switch (parts.group(1)) {
            case "HTTP status " -> Phrase.of("it answers with the HTTP status {0}", value);
            case "no answer within " -> Phrase.of("no answer within {0}", value);
            case "no connection within " -> Phrase.of("no connection within {0}", value);
            default ->
                value.equals("ConnectException")
                        ? Phrase.of("nothing accepts connections at its address")
                        : Phrase.of("the connection failed ({0})", value);
        };
    }

    private static String code(LawEvent.Kind kind) {
        return "law." + kind.code();
    }

    private static List<String> events(Routes.Destination destination) {
        return Stream.concat(
                        destination.actions().stream(),
                        destination.law().stream().map(HandOverPages::code))
                .sorted()
                .toList();
    }

    private List<Target> targets() {
        Map<String, Target> targets = new TreeMap<>();
        routes.destinations()
                .forEach(each ->
                        targets.put(each.name(), new Target(each.name(), each.address(), events(each), true, null)));
        for (Unsettled unsettled : handOvers.unsettled()) {
            Target known = targets.get(unsettled.destination());
            targets.put(
                    unsettled.destination(),
                    new Target(
                            unsettled.destination(),
                            known == null ? "" : known.address(),
                            known == null ? List.of() : known.events(),
                            known != null,
                            unsettled));
        }
        return new ArrayList<>(targets.values());
    }

    private static Delivery.State state(String text) {
        return Delivery.State.of(text)
                .orElseThrow(() -> Problems.badParameter(
                        "state", Phrase.of("{0} must be waiting, delivered, dead or abandoned.", "state")));
    }

    /** Tries these again at once; those that are settled by now stay as they are. */
    @POST
    @Path("/retry")
    public Response retry(
            @FormParam("number") List<String> numbers,
            @FormParam("state") @Nullable String state,
            @FormParam("destination") @Nullable String destination) {
        long tried = numbers.stream()
                .limit(PAGE)
                .map(HandOverPages::number)
                .filter(operate::retry)
                .count();
        return Shown.page("/desk/operations/hand-overs?state=" + encoded(state) + "&destination=" + encoded(destination)
                        + "&tried=" + tried)
                .build();
    }

    private static String encoded(@Nullable String text) {
        return inAddress(Objects.requireNonNullElse(text, ""));
    }

    /** Asks whether it is to be given up. */
    @GET
    @Path("/{number}/abandon")
    public TemplateInstance confirm(@PathParam("number") String number) {
        return desk.page(
                Templates.handOverAbandon(item(handOvers.find(number(number)).orElseThrow(() -> unknown(number)))));
    }

    @POST
    @Path("/{number}/abandon")
    public Response abandon(@PathParam("number") String number) {
        operate.abandon(handOvers.find(number(number)).map(Delivery::number).orElseThrow(() -> unknown(number)));
        return Shown.page("/desk/operations/hand-overs").build();
    }

    private static DeliveryNumber number(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw unknown(text);
        }
        return new DeliveryNumber(Long.parseLong(text));
    }

    private static RuntimeException unknown(String number) {
        return Problems.notFound(Phrase.of("There is no hand-over {0}.", number));
    }
}
