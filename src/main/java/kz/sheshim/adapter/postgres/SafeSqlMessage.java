package kz.sheshim.adapter.postgres;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a database error into a text for the log that contains no value of an application. The message is kept if it describes the server; otherwise only the
 * SQLSTATE code is.
 */
final class SafeSqlMessage {
    /**
     * Connection, authorization, database name, transaction state, privileges and schema, resources, server stopping, system (PostgreSQL, appendix A).
     * Messages of other classes may quote the value that was refused.
     */
    private static final Pattern ABOUT_THE_SERVER = Pattern.compile("(08|25|28|3D|40|42|53|55|57|58)...");

    private SafeSqlMessage() {}

    static String of(SQLException error) {
        String state = error.getSQLState();
        if (state == null) {
            return String.valueOf(error.getMessage());
        }
        String words = ABOUT_THE_SERVER.matcher(state).matches() ? message(error.getMessage()) : "";
        return "SQLSTATE " + state + words;
    }

    private static String message(@Nullable String message) {
        return message == null ? "" : ": " + message;
    }
}
