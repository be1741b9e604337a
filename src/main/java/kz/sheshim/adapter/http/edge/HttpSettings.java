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

    /** The largest body that is read, in bytes. */
    @WithDefault("1000000")
    @Min(1)
    int maxBytes();

    /** How long a body may take to arrive, and how long a batch may stand still for its sender. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration mostBodyTime();

    /** So many requests a second are taken from one sender: the owner of API keys, or the holder of tokens. */
    @WithDefault("1000")
    @Min(1)
    int requestsPerSecond();

    /** So many requests may be under way at once, half of them of one sender; who comes then is told to come again. */
    @WithDefault("2000")
    @Min(2)
    int mostRequests();

    /** So many bytes may the bodies of the requests under way have together, half of them of one sender; a thirty-second of the heap unless it is said. */
    Optional<@Min(2) Long> mostBytes();

    /** So many applications may wait for a thread that decides them; who comes then is told to come again. */
    @WithDefault("1000")
    @Min(1)
    int mostWaiting();

    /** So many batches may be decided at once, half of them of one sender; who comes then is told to come again. */
    @WithDefault("4")
    @Min(1)
    int mostBatches();

    /** Whether an application that is to be decided must come with an Idempotency-Key. */
    @WithDefault("false")
    boolean requireIdempotencyKey();
}
