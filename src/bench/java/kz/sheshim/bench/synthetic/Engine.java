package kz.sheshim.bench.synthetic;

/**
 * An engine that has loaded the synthetic policy.
 *
 * @param <I> the form in which its users hold an application
 * @param <O> what it answers with
 */
public interface Engine<I, O> {

    /** Takes up an application; not measured. */
    I take(Application application);

    /** Decides; this is what is measured. May be asked any number of times. */
    O decide(I application);

    /** The answer as a line of expected.txt.gz; not measured. */
    String line(O answer);
}
