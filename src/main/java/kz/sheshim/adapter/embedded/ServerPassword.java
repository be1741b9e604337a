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
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The random password of the embedded server, in a file that only the owner of the folder can read. The service connects as an ordinary role that owns one
 * database. The superuser {@code postgres} has the same password.
 */
record ServerPassword(String value) {
    /** The name of the role and of its database. */
    static final String DATABASE = "sheshim";

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

    /** Creates the role and the database unless they exist. */
    void createDatabase(int port) throws IOException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName("postgres");
        server.setUser("postgres");
        server.setPassword(value);
        server.setLoginTimeout(TIMEOUT_SECONDS);
        server.setSocketTimeout(TIMEOUT_SECONDS);
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?")) {
                statement.execute("CREATE ROLE " + DATABASE + " LOGIN PASSWORD '" + value + "'");
            }
            if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE);
            }
        } catch (SQLException failed) {
            throw new IOException("the database cannot be created", failed);
        }
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, DATABASE);
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }
}
