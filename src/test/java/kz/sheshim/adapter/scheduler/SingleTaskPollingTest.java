package kz.sheshim.adapter.scheduler;

import static kz.sheshim.AwaitFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Says what changed when another version of db-scheduler no longer fits {@link SingleTaskPolling}. */
class SingleTaskPollingTest {
    private static final String ADVICE =
            "SingleTaskPolling replaces a statement of db-scheduler %s. Compare its statement with the new one, run DeliverySchedulerIT, then correct TRIED_WITH."
                    .formatted(SingleTaskPolling.TRIED_WITH);

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Test
    void versionIsTheOneThatWasTried() throws IOException {
        Properties jar = new Properties();
        try (InputStream in = Scheduler.class.getResourceAsStream(
                "/META-INF/maven/com.github.kagkarlsson/db-scheduler/pom.properties")) {
            jar.load(in);
        }

        assertThat(jar.getProperty("version")).as(ADVICE).isEqualTo(SingleTaskPolling.TRIED_WITH);
    }

    @Test
    void replacedStatementIsTheOneThatWasTried() throws Exception {
        assertThat(pollingStatement(new PostgreSqlJdbcCustomization(false, false)))
                .as(ADVICE)
                .isEqualTo("WITH locked_executions as (UPDATE scheduled_tasks st1 SET picked = ?, picked_by = ?,"
                        + " last_heartbeat = ?, version = version + 1 WHERE (st1.task_name, st1.task_instance) IN"
                        + " (SELECT st2.task_name, st2.task_instance FROM scheduled_tasks st2 WHERE picked = ? and"
                        + " execution_time <= ? ORDER BY execution_time ASC FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING st1.*)"
                        + " SELECT * FROM locked_executions ORDER BY execution_time ASC");
    }

    @Test
    void schedulerPollsWithOurStatement() throws Exception {
        assertThat(pollingStatement(new SingleTaskPolling("hand-over-registry")))
                .as("db-scheduler no longer polls by lockAndFetchSingleStatement. " + ADVICE)
                .contains("task_name = ? AND NOT picked");
    }

    /** They would log each second what {@link OutageLog} logs once; application.properties switches them off by name. */
    @ParameterizedTest
    @ValueSource(strings = {"RunUntilShutdown", "RunAndLogErrors"})
    void silencedLoggersExist(String name) {
        assertThatCode(() -> Class.forName("com.github.kagkarlsson.scheduler." + name))
                .as(
                        "db-scheduler has no class %s any more; find out which class logs instead, and correct application.properties",
                        name)
                .doesNotThrowAnyException();
    }

    /** The first statement that a scheduler prepares to fetch due executions; there is no database behind it. */
    private String pollingStatement(JdbcCustomization customization) throws Exception {
        Scheduler scheduler = Scheduler.create(database())
                .jdbcCustomization(customization)
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(1)
                .build();
        scheduler.start();
        try {
            await(ADVICE, () -> statements.stream().anyMatch(SingleTaskPollingTest::fetchesDue));
        } finally {
            scheduler.stop();
        }
        return statements.stream()
                .filter(SingleTaskPollingTest::fetchesDue)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static boolean fetchesDue(String sql) {
        return sql.contains("picked_by = ?");
    }

    private DataSource database() {
        Connection connection = proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> {
                statements.add((String) arguments[0]);
                throw new SQLException("there is no database");
            }
            case "getAutoCommit" -> true;
            default -> null;
        });
        return proxy(DataSource.class, (self, method, arguments) -> connection);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
