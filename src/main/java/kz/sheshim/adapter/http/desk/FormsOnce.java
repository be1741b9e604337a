package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kz.sheshim.access.Submitter;
import kz.sheshim.hash.Sha256;
import org.jspecify.annotations.Nullable;

/** Does each form once: whoever clicks its button twice is led to what the first click made. */
@Singleton
class FormsOnce {
    /** The input with the text that no other form has. */
    static final String NAME = "once";

    private final Cache<String, CompletableFuture<Optional<String>>> done = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /**
     * @param form the text of the form; null or blank: it can be sent many times
     * @param typed what is typed in it: whoever goes back and types something else sends another form
     * @param sent does what the form says, and leads to another page if it was done
     */
    Response of(Submitter who, @Nullable String form, String typed, Supplier<Response> sent) {
        if (form == null || form.isBlank()) {
            return sent.get();
        }
        String name = who.name() + "\n" + form + "\n" + Sha256.hex(typed.getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Optional<String>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<String>> first = done.asMap().putIfAbsent(name, mine);
        if (first != null) {
            return first.join().map(page -> Shown.page(page).build()).orElseGet(sent);
        }
        Optional<String> page = Optional.empty();
        try {
            Response answer = sent.get();
            page = Optional.ofNullable(answer.getHeaderString(HttpHeaders.LOCATION));
            return answer;
        } finally {
            if (page.isEmpty()) {
                done.invalidate(name);
            }
            mine.complete(page);
        }
    }
}
