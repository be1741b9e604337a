package kz.sheshim.bench.synthetic;

/**
 * An engine that evaluates decision tables and leaves the order of an answer to its caller: documents that are missing or expired, and the numbers of findings.
 *
 * @param <I> the form in which its users hold what the tables read
 */
abstract class TableEngine<I> implements Engine<TableEngine.Taken<I>, Answer> {

    /** An application with what the tables read of it. */
    record Taken<I>(Application application, I inputs) {}

    /** What the tables read, prepared. */
    abstract I inputs(Application application);

    /** Tables A, B (for each document) and C. */
    abstract void examine(Application application, I inputs, Findings findings);

    /** Tables D and E. */
    abstract Answer conclude(Application application, I inputs, Findings findings);

    @Override
    public final Taken<I> take(Application application) {
        return new Taken<>(application, inputs(application));
    }

    @Override
    public final Answer decide(Taken<I> taken) {
        Findings findings = new Findings();
        examine(taken.application(), taken.inputs(), findings);
        findings.lookFor(taken.application());
        return conclude(taken.application(), taken.inputs(), findings);
    }

    @Override
    public final String line(Answer answer) {
        return answer.line();
    }
}
