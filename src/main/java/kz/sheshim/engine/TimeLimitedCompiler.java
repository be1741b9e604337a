package kz.sheshim.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** Compiles rules that give up an application with {@link DecisionTooSlow} before the next table or derivation, once it has taken longer than it may. */
public final class TimeLimitedCompiler implements RuleCompiler {
    private final RuleCompiler compiler;
    private final Duration most;
    private final LongSupplier nanos;

    /**
     * @param nanos a clock that only goes forward, as {@link System#nanoTime}
     */
    public TimeLimitedCompiler(RuleCompiler compiler, Duration most, LongSupplier nanos) {
        this.compiler = compiler;
        this.most = most;
        this.nanos = nanos;
    }

    @Override
    public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
        RuleBase rules = compiler.compile(ruleset);
        return new RuleBase() {
            @Override
            public Session open(Facts facts) {
                return new Limited(rules.open(facts));
            }

            @Override
            public void close() {
                rules.close();
            }
        };
    }

    @Override
    public RuleBase compileRows(Ruleset ruleset) throws FaultyRuleset {
        return compiler.compileRows(ruleset);
    }

    @Override
    public String engine() {
        return compiler.engine();
    }

    private final class Limited extends ForwardingSession {
        private final long end = nanos.getAsLong() + most.toNanos();

        Limited(RuleBase.Session session) {
            super(session);
        }

        @Override
        public void match(DecisionTable table, Found found) {
            check();
            super.match(table, found);
        }

        @Override
        public @Nullable Object[] derive(Field field) {
            check();
            return super.derive(field);
        }

        private void check() {
            if (nanos.getAsLong() - end > 0) {
                throw new DecisionTooSlow(most);
            }
        }
    }
}
