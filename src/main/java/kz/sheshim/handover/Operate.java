package kz.sheshim.handover;

import java.time.Clock;
import java.util.Optional;

/** What an operator does about hand-overs that do not get through. */
public final class Operate {
    private final HandOvers handOvers;
    private final Alarm alarm;
    private final Clock clock;

    public Operate(HandOvers handOvers, Alarm alarm, Clock clock) {
        this.handOvers = handOvers;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Has it tried now; false if it is settled. */
    public boolean retry(HandOverNumber number) {
        return handOvers.retry(number) && wake(number);
    }

    /** Gives it up, and lets go on what it held up; false if it is settled. */
    public boolean abandon(HandOverNumber number) {
        return handOvers.abandon(number, clock.instant()) && wake(number);
    }

    private boolean wake(HandOverNumber number) {
        Optional<HandOver> handOver = handOvers.find(number);
        handOver.map(HandOver::errand).ifPresent(alarm::wake);
        return true;
    }
}
