package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Polls for due executions of one task only. db-scheduler itself selects the executions of all tasks but the unknown ones. Each second it would therefore read
 * everything that is due for a destination that hangs or was removed from the settings.
 *
 * <p>This class is the only one that builds on inner parts of db-scheduler: it replaces one SQL statement and the method that runs it. {@code
 * SingleTaskPollingTest} fails if another version has another statement.
 */
final class SingleTaskPolling extends PostgreSqlJdbcCustomization {
    /** The version of db-scheduler whose statement is replaced here. */
    static final String TRIED_WITH = "16.12.0";

    private static final String PICK =
            """
            WITH mine AS (
                UPDATE %1$s SET picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
                WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM %1$s WHERE task_name = ? AND NOT picked AND execution_time <= ?
                    ORDER BY execution_time LIMIT %2$d FOR UPDATE SKIP LOCKED))
                RETURNING *)
            SELECT * FROM mine ORDER BY execution_time
            """;

    private final String task;

    SingleTaskPolling(String task) {
        super(false, false);
        this.task = task;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return context.jdbcRunner.query(
                PICK.formatted(context.tableName, limit),
                statement -> {
                    statement.setString(1, context.schedulerName.getName());
                    setInstant(statement, 2, now);
                    statement.setString(3, task);
                    setInstant(statement, 4, now);
                },
                context.resultSetMapper.get());
    }
}
