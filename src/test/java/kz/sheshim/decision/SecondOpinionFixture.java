package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.publication.LoadedRuleset;

/** Second opinions that are never asked for, and an alarm that remembers. */
public final class SecondOpinionFixture {
    public static final SecondOpinion NONE = new SecondOpinion(0, () -> 0, Runnable::run, new Remembered());

    private SecondOpinionFixture() {}

    /** What the alarm was told. */
    static final class Remembered implements SecondOpinion.Alarm {
        final List<List<String>> differences = new ArrayList<>();
        int agreed;
        int skipped;

        @Override
        public void agreed() {
            agreed++;
        }

        @Override
        public void disagreed(LoadedRuleset revision, List<String> found) {
            differences.add(found);
        }

        @Override
        public void skipped() {
            skipped++;
        }
    }
}
