package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The random password of the embedded server, in a file that only the owner of the folder can read. One role owns the database and its tables, and migrates
 * them; the service connects as another, which can add to the record and not change it. Both, and the superuser {@code postgres}, have the same password.
 */
record ServerPassword(String value) {
    /** The name of the service's role and of the database. */
    static final String DATABASE = "sheshim";

    /** The role that owns the database. */
    static final String OWNER = "sheshim_owner";

    private static final int TIMEOUT_SECONDS = 30;

    ServerPassword {
        if (!value.matches("[A-Za-z0-9_-]+")) {
            throw new EmbeddedServerFailed("The file with the password of the embedded PostgreSQL is damaged");
        }
    }

    /** Reads the password; creates a new one for a new folder. */
    static ServerPassword in(ServerFolder folder) throws IOException {
        if (!Files.exists(folder.cluster())) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.deleteIfExists(folder.password());
            Files.createFile(
                    folder.password(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    folder.password(), Base64.getUrlEncoder().encodeToString(random), StandardOpenOption.SYNC);
        }
        return new ServerPassword(Files.readString(folder.password()).strip());
    }

    /** Creates the roles and the database unless they exist. What the role of the service owned in earlier versions gets the new owner. */
    void createDatabase(int port) throws IOException {
        try (Connection connection = connect(port, "postgres")) {
            for (String role : List.of(OWNER, DATABASE)) {
                if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
                    execute(connection, "CREATE ROLE " + role + " LOGIN PASSWORD '" + value + "'");
                }
            }
            if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        } catch (SQLException failed) {
            throw new IOException("the database cannot be created", failed);
        }
        try (Connection connection = connect(port, DATABASE)) {
            execute(connection, "REASSIGN OWNED BY " + DATABASE + " TO " + OWNER);
        } catch (SQLException failed) {
            throw new IOException("the tables cannot be given to their owner", failed);
        }
    }

    private Connection connect(int port, String database) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName(database);
        server.setUser("postgres");
        server.setPassword(value);
        server.setLoginTimeout(TIMEOUT_SECONDS);
        server.setSocketTimeout(TIMEOUT_SECONDS);
        return server.getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }
}
