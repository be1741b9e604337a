package kz.sheshim.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** One service with a log: its key, its folder, what it told its operators, and a clock that tests set. Its steps are done by the test. */
final class LogServiceFixture implements Integration.Watch, SeenCheckpoint {
    static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    final List<String> told = new CopyOnWriteArrayList<>();
    final Integrator integrator;
    final Integration integration;

    @Nullable
    Note seen;

    Instant now = NOW;

    LogServiceFixture(TreeStore store, NoteSigner signer, @Nullable NoteSigner previous) {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                now = now.plusMillis(1); // no two moments are the same
                return now;
            }
        };
        this.integrator = new Integrator(store, this, signer, previous, clock);
        this.integration = new Integration(integrator, Duration.ofMinutes(1), this, clock);
    }

    LogServiceFixture(TreeStore store) {
        this(store, key("log.test/a", 1), null);
    }

    /** A key from a seed of one repeated byte. */
    static NoteSigner key(String name, int seed) {
        byte[] bytes = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return new NoteSigner(name, Signer.of(Ed25519.keyPair(bytes)));
    }

    /** A service of the same log that does its steps by itself, one after the other. */
    Integration withItsThread() {
        Integration steps = new Integration(integrator, Duration.ofMillis(1), this, Clock.fixed(NOW, ZoneOffset.UTC));
        steps.start();
        return steps;
    }

    /** One step; why the log has stopped then. */
    Optional<String> step() {
        integration.step();
        return integration.stopped().map(Phrase::toString);
    }

    @Override
    public void grown(Integrator.Step step) {}

    @Override
    public void stopped(String reason) {
        told.add("stopped: " + reason);
    }

    @Override
    public void unavailable(String reason) {
        told.add("unavailable: " + reason);
    }

    @Override
    public void waiting(Duration oldest) {}

    @Override
    public void resumed() {
        told.add("resumed");
    }

    @Override
    public Optional<Note> read() {
        return Optional.ofNullable(seen);
    }

    @Override
    public void write(Note checkpoint) {
        seen = checkpoint;
    }

    @Override
    public void forget() {
        seen = null;
    }
}
