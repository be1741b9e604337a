package kz.sheshim.adapter.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that a command reads, without a pool. */
public final class PostgresDatabase {
    private static final int CONNECT_SECONDS = 10;

    private PostgresDatabase() {}

    /**
     * The database at this address.
     *
     * @throws IOException if it cannot be reached; the message says why
     */
    public static DataSource at(String url, String user, String password) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setUrl(url);
            database.setUser(user);
            database.setPassword(password);
            database.setLoginTimeout(CONNECT_SECONDS);
            try (Connection connection = database.getConnection()) {
                connection.setReadOnly(true);
            }
            return database;
        } catch (SQLException | IllegalArgumentException failed) {
            throw new IOException("The database " + url + " cannot be read: " + failed.getMessage(), failed);
        }
    }
}
