package kz.sheshim.publication;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;

/** Telemetry for those whom nobody watches. */
public final class TelemetryFixture {
    private TelemetryFixture() {}

    public static final Telemetry NONE = new Telemetry() {
        private final Course course = new Course() {
            @Override
            public void started() {}

            @Override
            public void decided() {}

            @Override
            public void ended(boolean recorded) {}
        };

        @Override
        public Course begin() {
            return course;
        }

        @Override
        public void recorded(Verdict verdict) {}

        @Override
        public void loaded(Ruleset ruleset, long nanos) {}

        @Override
        public void notLoaded(long nanos) {}

        @Override
        public void refusal(BooleanSupplier refused) {}

        @Override
        public void queue(String name, int most, IntSupplier waiting) {}
    };
}
