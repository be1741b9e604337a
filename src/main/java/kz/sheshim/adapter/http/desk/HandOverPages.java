package kz.sheshim.adapter.http.desk;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryLog.Unsettled;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.delivery.Routes;
import org.jspecify.annotations.Nullable;

/** The destinations of actions, what waits for each, and the dead letters, which an operator retries or abandons. */
@Path("/desk/operations/hand-overs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("operator")
public class HandOverPages {
    private static final int PAGE = 100;

    private final Desk desk;
    private final DeliveryLog handOvers;
    private final ManageDeliveries operate;
    private final Routes routes;

    HandOverPages(Desk desk, DeliveryLog handOvers, ManageDeliveries operate, Routes routes) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.operate = operate;
        this.routes = routes;
    }

    /**
     * A destination and its backlog.
     *
     * @param actions the actions that it receives; empty: all
     * @param known whether the settings still name it
     * @param unsettled null: nothing waits
     */
    public record Target(String name, List<String> actions, boolean known, @Nullable Unsettled unsettled) {}

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
        static native TemplateInstance handOvers(List<Target> targets, Search search, List<Delivery> list);

        static native TemplateInstance handOverAbandon(Delivery handOver);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("after") @Nullable String after) {
        String wanted = Objects.requireNonNullElse(state, "dead");
        String from = Objects.requireNonNullElse(destination, "");
        List<Delivery> page = handOvers.list(new DeliveryLog.Query(
                wanted.isEmpty() ? null : state(wanted),
                from.isEmpty() ? null : from,
                after == null || after.isEmpty() ? null : number(after),
                PAGE));
        String next = page.size() < PAGE
                ? ""
                : String.valueOf(page.get(page.size() - 1).number().value());
        return desk.page(Templates.handOvers(targets(), new Search(wanted, from, next), page));
    }

    private List<Target> targets() {
        Map<String, Target> targets = new TreeMap<>();
        routes.destinations()
                .forEach(each -> targets.put(
                        each.name(),
                        new Target(each.name(), each.actions().stream().sorted().toList(), true, null)));
        for (Unsettled unsettled : handOvers.unsettled()) {
            Target known = targets.get(unsettled.destination());
            targets.put(
                    unsettled.destination(),
                    new Target(
                            unsettled.destination(),
                            known == null ? List.of() : known.actions(),
                            known != null,
                            unsettled));
        }
        return new ArrayList<>(targets.values());
    }

    private static Delivery.State state(String text) {
        return Delivery.State.of(text)
                .orElseThrow(() -> Problems.badParameter("state", "waiting, delivered, dead or abandoned"));
    }

    /** Tries these again at once; those that are settled by now stay as they are. */
    @POST
    @Path("/retry")
    public Response retry(
            @FormParam("number") List<String> numbers,
            @FormParam("state") @Nullable String state,
            @FormParam("destination") @Nullable String destination) {
        numbers.stream().limit(PAGE).map(HandOverPages::number).forEach(operate::retry);
        return Shown.page(
                        "/desk/operations/hand-overs?state=" + encoded(state) + "&destination=" + encoded(destination))
                .build();
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(Objects.requireNonNullElse(text, ""), StandardCharsets.UTF_8);
    }

    /** Asks whether it is to be given up. */
    @GET
    @Path("/{number}/abandon")
    public TemplateInstance confirm(@PathParam("number") String number) {
        return desk.page(
                Templates.handOverAbandon(handOvers.find(number(number)).orElseThrow(() -> unknown(number))));
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
        return Problems.notFound("There is no hand-over " + number + ".");
    }
}
