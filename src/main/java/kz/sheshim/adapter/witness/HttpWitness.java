package kz.sheshim.adapter.witness;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.log.tree.WitnessRefused;

/** Sends checkpoints to a witness over HTTP. An answer must come within a time and be short. */
public final class HttpWitness implements WitnessClient.Post {
    private static final int MAX_ANSWER = 100_000;

    private final URI address;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * @param prefix the submission prefix of the witness, such as {@code https://witness.example/}
     * @param timeout for the whole answer
     * @throws NotValid unless the prefix is an HTTP address
     */
    public HttpWitness(String prefix, Duration timeout) {
        try {
            this.address = URI.create(prefix.replaceFirst("/*$", "/add-checkpoint"));
            HttpRequest.newBuilder(address);
        } catch (IllegalArgumentException e) {
            throw new NotValid(prefix + " is not the address of a witness, such as https://witness.example/");
        }
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Witness.Answer post(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, response -> new Short());
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Witness.Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (ExecutionException e) {
            throw unreachable(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    private WitnessRefused unreachable(String why) {
        return new WitnessRefused(WitnessRefused.Reason.UNREACHABLE, address + " does not answer: " + why);
    }

    /** Collects an answer, up to a length. */
    private static final class Short implements HttpResponse.BodySubscriber<String> {
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source.complete(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() > MAX_ANSWER) {
                source.join().cancel();
                onError(new IllegalStateException("the answer has more than " + MAX_ANSWER + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failed) {
            text.completeExceptionally(failed);
        }

        @Override
        public void onComplete() {
            text.complete(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
