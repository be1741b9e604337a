package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Picks what is due of one task alone. db-scheduler itself picks what is not of tasks that it does not know, so it would walk, each second, over all that is due to a destination that
 * hangs or is taken out of the settings.
 */
final class SingleTaskPolling extends PostgreSqlJdbcCustomization {
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
