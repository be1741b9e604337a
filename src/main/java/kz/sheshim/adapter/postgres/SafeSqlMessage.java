package kz.sheshim.adapter.postgres;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a database's error may be called in a log: in its own words where these speak of the server, and by its code where they may quote a value. */
final class SafeSqlMessage {
    /**
     * Connection, authorization, database name, transaction state, privileges and schema, resources, server stopping, system (PostgreSQL, appendix A).
     * The messages of other classes may name the value that was refused.
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
