package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists hand-overs for operators, who retry or abandon those that could not be delivered. */
@Path("/api/v1/hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Tag(name = "Hand-overs")
public class HandOversResource {
    private final DeliveryLog handOvers;
    private final ManageDeliveries operate;
    private final KnownDestinations known;

    HandOversResource(DeliveryLog handOvers, ManageDeliveries operate, KnownDestinations known) {
        this.handOvers = handOvers;
        this.operate = operate;
        this.known = known;
    }

    /** A page of hand-overs, newest first; {@code next} is the {@code after} of the next page. */
    record HandOverPage(List<HandOverView> handOvers, @Nullable Long next) {}

    @GET
    @Operation(
            operationId = "listHandOvers",
            summary = "List hand-overs",
            description = "Newest first. A dead hand-over waits for an operator.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = HandOverPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be read", ref = "Problem")
    public HandOverPage list(
            @QueryParam("state") @Parameter(description = "waiting, delivered, dead or abandoned") @Nullable
                    String state,
            @QueryParam("destination") @Nullable String destination,
            @BeanParam PageRequest paging) {
        List<Delivery> found = handOvers.list(
                new DeliveryLog.Query(state(state), destination, paging.before(DeliveryNumber::new), paging.size()));
        known.require(destination, found);
        List<HandOverView> page = found.stream().map(HandOverView::of).toList();
        return new HandOverPage(page, paging.next(page, HandOverView::number));
    }

    @POST
    @Path("/{number}/retry")
    @Operation(
            operationId = "retryHandOver",
            summary = "Try a hand-over again",
            description = "The next attempt starts at once. A dead hand-over then gets as many attempts as a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The hand-over, which waits for its next attempt",
            content = @Content(schema = @Schema(implementation = HandOverView.class)))
    @APIResponse(responseCode = "404", description = "There is no such hand-over", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The hand-over is already delivered or abandoned", ref = "Problem")
    public HandOverView retry(@PathParam("number") String number) {
        return settle(number, operate::retry);
    }

    @POST
    @Path("/{number}/abandon")
    @Operation(
            operationId = "abandonHandOver",
            summary = "Abandon a hand-over",
            description =
                    "The hand-over is not attempted again. Later hand-overs of the same application, or of the law, which waited for it, continue.")
    @APIResponse(
            responseCode = "200",
            description = "The abandoned hand-over",
            content = @Content(schema = @Schema(implementation = HandOverView.class)))
    @APIResponse(responseCode = "404", description = "There is no such hand-over", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The hand-over is already delivered or abandoned", ref = "Problem")
    public HandOverView abandon(@PathParam("number") String number) {
        return settle(number, operate::abandon);
    }

    private HandOverView settle(String text, Predicate<DeliveryNumber> operation) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw noHandOver(text);
        }
        DeliveryNumber number = new DeliveryNumber(Long.parseLong(text));
        boolean done = operation.test(number);
        Delivery handOver = handOvers.find(number).orElseThrow(() -> noHandOver(text));
        if (!done) {
            throw Problems.problem("hand-over-settled", 409, "The hand-over is settled")
                    .withDetail("The hand-over is " + HandOverView.of(handOver).state() + " already.")
                    .build();
        }
        return HandOverView.of(handOver);
    }

    private static HttpProblem noHandOver(String number) {
        return Problems.notFound(Phrase.of("There is no hand-over {0}.", number));
    }

    private static Delivery.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Delivery.State.of(text)
                .orElseThrow(() -> Problems.badParameter(
                        "state", Phrase.of("{0} must be waiting, delivered, dead or abandoned.", "state")));
    }
}
