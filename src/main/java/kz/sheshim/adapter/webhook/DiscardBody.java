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
 * Keeps the status and headers of a response and discards its body. Up to {@value #MAX_BYTES} bytes of the body are read, so that the connection can be used
 * again; after that the connection is closed.
 */
final class DiscardBody implements HttpResponse.BodyHandler<Void> {
    private static final int MAX_BYTES = 65_536;

    /** The start of a response; it counts even if the body then breaks off. */
    record Head(int status, HttpHeaders headers) {}

    private final AtomicReference<@Nullable Head> head = new AtomicReference<>();

    /** Null until a response begins. */
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
            if (bytes > MAX_BYTES && subscription != null) {
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
