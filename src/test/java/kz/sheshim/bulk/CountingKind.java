package kz.sheshim.bulk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonWriter;
import org.jspecify.annotations.Nullable;

/** Counts to nine, and does something at each number; the result are the numbers since the work was taken over. */
public final class CountingKind implements RunKind<String, String> {
    public static final BackgroundRun.Json JSON =
            new BackgroundRun.Json(JacksonWriter::writeInOneLine, new JacksonParser());
    public static final Submitter AUDITOR = new Submitter("auditor");

    /** The numbers that were counted, by whichever service. */
    public final List<Long> counted = new CopyOnWriteArrayList<>();

    private final Step step;

    /** What is done at a number. */
    public interface Step {
        void at(long number) throws InterruptedException;
    }

    public CountingKind(Step step) {
        this.step = step;
    }

    /** A service that does this work. */
    public BackgroundRun<String, String> on(RunStore store, Consumer<Throwable> failed) {
        return new BackgroundRun<>(this, store, JSON, failed);
    }

    @Override
    public String name() {
        return "count";
    }

    @Override
    public Map<String, Object> askedJson(String asked) {
        return Map.of("what", asked);
    }

    @Override
    public String asked(Map<?, ?> json) {
        return String.valueOf(json.get("what"));
    }

    @Override
    public Map<String, Object> resultJson(String result) {
        return Map.of("result", result);
    }

    @Override
    public String result(Map<?, ?> json) {
        return String.valueOf(json.get("result"));
    }

    @Override
    public String run(String asked, @Nullable Map<?, ?> mark, Progress progress) throws InterruptedException {
        long first = mark == null ? 1 : ReplayJson.number(mark, "next");
        for (long number = first; number <= 9; number++) {
            long next = number;
            progress.at(number - 1, 9, () -> Map.of("next", next));
            step.at(number);
            counted.add(number);
        }
        return asked + " from " + first;
    }
}
