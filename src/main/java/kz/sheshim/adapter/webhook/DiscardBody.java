package kz.sheshim.adapter.webhook;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes the status and headers of a response, and throws away its body: so much of it as a decent receiver sends is read, so that the connection can be used again, and not more.
 */
final class DiscardBody implements HttpResponse.BodyHandler<Void> {
    private static final int MOST_BYTES = 65_536;

    /** What came, whatever happens to the body after it. */
    record Head(int status, HttpHeaders headers) {}

    private final AtomicReference<@Nullable Head> head = new AtomicReference<>();

    /** Null while there was none. */
    @Nullable
    Head head() {
        return head.get();
    }

    @Override
    public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo response) {
        head.set(new Head(response.statusCode(), response.headers()));
        return new Drain();
    }

    private static final class Drain implements HttpResponse.BodySubscriber<Void> {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private long bytes;

        @Override
        public CompletionStage<Void> getBody() {
            return end;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > MOST_BYTES && subscription != null) {
                subscription.cancel();
                end.complete(null);
            }
        }

        @Override
        public void onError(Throwable broken) {
            end.complete(null);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
