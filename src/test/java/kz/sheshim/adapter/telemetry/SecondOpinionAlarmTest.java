package kz.sheshim.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.RulesetsFixture;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

/** A difference is a line in the log, a number in the metrics, and keeps the service from being ready as long as that revision is in force. */
class SecondOpinionAlarmTest {
    private static final String DIFFERENCE = "rule who-may-file/WF-01 for instance -1: compiled FALSE, read TRUE";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private double counted(String result) {
        return metrics.get("sheshim.second.opinions")
                .tag("result", result)
                .counter()
                .count();
    }

    @Test
    void differenceIsLoggedAndCountedAndMakesTheServiceUnready() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLevel() + " " + ((ExtLogRecord) line).getFormattedMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = LogContext.getLogContext().getLogger(SecondOpinionAlarm.class.getName());
        logger.addHandler(handler);
        try (RulesetsFixture policies = new RulesetsFixture()) {
            SecondOpinionAlarm alarm = new SecondOpinionAlarm(metrics, policies.rulesets());
            LoadedRuleset first = policies.load(0);
            alarm.agreed();
            alarm.skipped();
            assertThat(alarm.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

            alarm.disagreed(first, List.of(DIFFERENCE, "outcome"));
            HealthCheckResponse doubted = alarm.call();
            assertThat(doubted.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(doubted.getData().orElseThrow()).containsEntry("difference", DIFFERENCE);
            assertThat(logged).singleElement().asString().contains("ERROR").contains(DIFFERENCE, "outcome");
            assertThat(List.of(counted("agreed"), counted("skipped"), counted("disagreed")))
                    .containsExactly(1.0, 1.0, 1.0);

            policies.load(1);
            assertThat(alarm.call().getStatus())
                    .as("another revision is in force")
                    .isEqualTo(HealthCheckResponse.Status.UP);
        } finally {
            logger.removeHandler(handler);
        }
    }
}
