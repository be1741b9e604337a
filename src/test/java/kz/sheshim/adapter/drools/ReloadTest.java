package kz.sheshim.adapter.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.decision.Evaluator;
import kz.sheshim.decision.RuleBase;
import kz.sheshim.ruleset.FaultyRuleset;
import kz.sheshim.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule bases that are closed leave nothing in memory (KIE issue 6554): the class loaders of their declared types can be collected. Public, since a compiled rule calls it. */
public class ReloadTest {
    private static final int RELOADS = 5;
    private static final List<WeakReference<ClassLoader>> LOADERS = new ArrayList<>();

    /** Called by the rule below with the object that stands for the application. */
    public static void saw(Object application) {
        LOADERS.add(new WeakReference<>(application.getClass().getClassLoader()));
    }

    private static Ruleset ruleset() {
        String rule =
                """
                package sheshim.rules

                rule "tell the class loader"
                    ruleflow-group "application.filedOn"
                when
                    $application : Application()
                then
                    %s.saw( $application );
                end
                """
                        .formatted(ReloadTest.class.getName());
        return new EditedPolicyFixture()
                .put("rules/reload.drl", rule.getBytes(StandardCharsets.UTF_8))
                .read();
    }

    @Test
    @Timeout(120)
    void classLoadersOfClosedRuleBasesAreCollected() throws FaultyRuleset {
        Ruleset ruleset = ruleset();
        for (int i = 0; i < RELOADS; i++) {
            compileDecideAndClose(ruleset);
        }
        assertThat(LOADERS).hasSize(RELOADS);
        for (int i = 0; i < 50 && left() > 0; i++) {
            System.gc();
        }
        assertThat(left()).isZero();
    }

    private static long left() {
        return LOADERS.stream().filter(loader -> loader.get() != null).count();
    }

    private static void compileDecideAndClose(Ruleset ruleset) throws FaultyRuleset {
        try (RuleBase compiled = new DroolsCompiler().compile(ruleset)) {
            new Evaluator(ruleset, compiled).evaluate(new ApplicationFixture().facts(ruleset.vocabulary()));
        }
    }
}
