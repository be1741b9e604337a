package kz.sheshim.publication;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.workbook.Limits;

/** Compiles as the service does, and knows of every rule base whether it was closed and whether it is still in memory. */
final class OpenRuleBasesFixture implements RuleCompiler {
    final List<Made> made = new CopyOnWriteArrayList<>();
    private final RuleCompiler drools = new DroolsCompiler();

    record Made(Revision revision, AtomicBoolean closed, WeakReference<RuleBase> compiled) {}

    @Override
    public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
        RuleBase compiled = drools.compile(ruleset);
        AtomicBoolean closed = new AtomicBoolean();
        made.add(new Made(ruleset.revision(), closed, new WeakReference<>(compiled)));
        return new RuleBase() {
            @Override
            public Session open(Facts facts, Deadline deadline) {
                if (closed.get()) {
                    throw new IllegalStateException("asked after it was closed: " + ruleset.revision());
                }
                return compiled.open(facts, deadline);
            }

            @Override
            public void close() {
                if (closed.getAndSet(true)) {
                    throw new IllegalStateException("closed twice: " + ruleset.revision());
                }
                compiled.close();
            }
        };
    }

    @Override
    public String text(Ruleset ruleset, DecisionTable table) {
        return drools.text(ruleset, table);
    }

    /** This compiler behind the reader of the service. */
    PolicyCompiler policies() {
        return new PolicyCompiler(PolicyTools.compiler(Limits.USUAL, null).reader(), this, new JacksonParser(), null);
    }

    @Override
    public String engine() {
        return drools.engine();
    }

    List<Revision> open() {
        return made.stream()
                .filter(each -> !each.closed.get())
                .map(Made::revision)
                .toList();
    }

    /** How many closed rule bases cannot be collected. */
    long left() throws InterruptedException {
        long left = Long.MAX_VALUE;
        for (int i = 0; i < 50 && left > 0; i++) {
            System.gc();
            Thread.sleep(20);
            left = made.stream()
                    .filter(each -> each.closed.get() && each.compiled.get() != null)
                    .count();
        }
        return left;
    }
}
