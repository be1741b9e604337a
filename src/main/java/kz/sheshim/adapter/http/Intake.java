package kz.sheshim.adapter.http;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.edge.BatchRequests;
import kz.sheshim.adapter.http.problem.LogOutage;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.json.DecisionView;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.Integration;
import kz.sheshim.vocabulary.Language;

/** Decides the application of a request, for whoever then answers the request. */
@Singleton
final class Intake {
    private final DecideApplication decide;
    private final Deciding deciding;
    private final IdempotencyKeyHeader keys;
    private final LogOutage outage;
    private final Integration integration;

    Intake(
            DecideApplication decide,
            Deciding deciding,
            IdempotencyKeyHeader keys,
            LogOutage outage,
            Integration integration) {
        this.decide = decide;
        this.deciding = deciding;
        this.keys = keys;
        this.outage = outage;
        this.integration = integration;
    }

    /** What to answer with 201. */
    record Answer(Map<String, String> headers, DecisionView decision) {}

    /**
     * Completes on the event loop of the request.
     *
     * @param headers of the request
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if the key of the request is missing or malformed
     * @throws kz.sheshim.decision.DecidingOverloaded if too many applications wait already
     */
    CompletionStage<Answer> decide(byte[] application, Submitter submitter, MultiMap headers) {
        AcceptLanguage accepted = AcceptLanguage.of(headers.get(HttpHeaders.ACCEPT_LANGUAGE));
        IdempotencyKey key = keys.of(headers);
        Duration wait = WaitPreference.of(headers);
        return deciding.run(
                () -> decide.decide(application, submitter, key)
                        .thenCompose(recorded -> WaitPreference.integrated(recorded, wait, integration)),
                recorded -> answer(recorded, accepted));
    }

    private Answer answer(RecordedDecision recorded, AcceptLanguage accepted) {
        outage.worked();
        Language language = accepted.in(recorded.ruleset());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                HttpHeaders.LOCATION,
                BatchRequests.PATH + "/" + recorded.entry().decision().id());
        headers.put(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (recorded.repeated()) {
            headers.put(IdempotencyKeyHeader.REPEATED, "true");
        }
        return new Answer(headers, DecisionView.of(recorded, language));
    }
}
