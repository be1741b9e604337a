package kz.sheshim.adapter.http.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The requests per second that each submitter may send. The requests of a whole second may come at once. */
@Singleton
public final class Quotas {
    /** The submitter whose last request is oldest is forgotten; its bucket would be full again anyway. */
    private static final int MAX_SUBMITTERS = 10_000;

    private final int perSecond;
    private final Cache<String, Quota> quotas =
            Caffeine.newBuilder().maximumSize(MAX_SUBMITTERS).build();

    private record Quota(Bucket bucket, LongAdder requests, LongAdder refused) {}

    /**
     * What a submitter has used.
     *
     * @param requests number of requests since this service started
     * @param refused number of those that got 429
     * @param left number of requests that are possible at this moment
     */
    public record Use(String submitter, long requests, long refused, long left) {}

    Quotas(HttpSettings settings) {
        this.perSecond = settings.requestsPerSecond();
    }

    public int perSecond() {
        return perSecond;
    }

    /** What the submitters have used, those with most refused requests first. */
    public List<Use> uses() {
        return quotas.asMap().entrySet().stream()
                .map(each -> new Use(
                        each.getKey(),
                        each.getValue().requests().sum(),
                        each.getValue().refused().sum(),
                        each.getValue().bucket().getAvailableTokens()))
                .sorted(Comparator.comparingLong(Use::refused)
                        .thenComparingLong(Use::requests)
                        .reversed()
                        .thenComparing(Use::submitter))
                .toList();
    }

    /** Counts a request. */
    ConsumptionProbe take(String submitter) {
        Quota quota = quotas.get(submitter, name -> new Quota(full(), new LongAdder(), new LongAdder()));
        ConsumptionProbe probe = quota.bucket().tryConsumeAndReturnRemaining(1);
        quota.requests().increment();
        if (!probe.isConsumed()) {
            quota.refused().increment();
        }
        return probe;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
