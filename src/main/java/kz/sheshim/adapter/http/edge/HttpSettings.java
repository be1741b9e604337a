package kz.sheshim.adapter.http.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the REST interface. */
@ConfigMapping(prefix = "sheshim.http")
public interface HttpSettings {

    /** Maximum size of a body, in bytes. */
    @WithDefault("1000000")
    @Min(1)
    int maxBytes();

    /** Maximum size of the body of a draft, which is an archive or a form with workbooks, in bytes. */
    @WithDefault("10000000")
    @Min(1)
    int maxArchiveBytes();

    /** Maximum time for a body to arrive, and maximum time without progress of a batch. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration maxBodyTime();

    /** Maximum number of requests per second from one submitter. Further requests get 429. */
    @WithDefault("1000")
    @Min(1)
    int requestsPerSecond();

    /** Maximum number of requests in progress. One submitter may use at most half of them. Further requests get 503. */
    @WithDefault("2000")
    @Min(2)
    int maxRequests();

    /**
     * Maximum size of the bodies of all requests in progress together, in bytes; by default a thirty-second of the heap. One submitter
     * may use at most half of it. Further requests get 503.
     */
    Optional<@Min(2) Long> maxBytesInProgress();

    /**
     * Maximum number of open connections; by default a quarter of the files that the process may open, at most 10,000. One submitter, or one address without a
     * key, has at most half of them. A further connection closes an older one, first those without a key.
     */
    Optional<@Min(2) Integer> maxConnections();

    /** Maximum time without a request on a connection, until its head has arrived, and maximum time in which a caller takes nothing of an answer. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration maxIdle();

    /**
     * Maximum size of the answers that callers have not taken yet, in bytes; by default a thirty-second of the heap. One submitter, or all callers without a
     * key together, may use at most half of it. Further requests get 503.
     */
    Optional<@Min(2) Long> maxAnswerBytes();

    /** Maximum number of applications that wait for a thread to decide them. Further applications get 503. */
    @WithDefault("1000")
    @Min(1)
    int maxWaiting();

    /** Maximum number of batches in progress. One submitter may use at most half of them, rounded up. Further batches get 503. */
    @WithDefault("4")
    @Min(1)
    int maxBatches();

    /** Whether a decision is made only for a request with an Idempotency-Key. */
    @WithDefault("false")
    boolean requireIdempotencyKey();
}
