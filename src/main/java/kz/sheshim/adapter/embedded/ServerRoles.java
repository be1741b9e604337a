package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The roles of the embedded server. One owns the database and its tables, and migrates them; the service connects as another, which can add to the record and not
 * change it. Each has a password of its own; that of the superuser {@code postgres} is read only to set up the roles, and not kept.
 */
final class ServerRoles {
    /** The name of the service's role and of the database. */
    static final String DATABASE = "sheshim";

    /** The role that owns the database. */
    static final String OWNER = "sheshim_owner";

    private static final int TIMEOUT_SECONDS = 30;

    private final ServerFolder folder;
    private final ServerPassword service;
    private final ServerPassword owner;

    private ServerRoles(ServerFolder folder, ServerPassword service, ServerPassword owner) {
        this.folder = folder;
        this.service = service;
        this.owner = owner;
    }

    /** Reads the passwords; creates new ones for a new folder. */
    static ServerRoles in(ServerFolder folder) throws IOException {
        if (!Files.exists(folder.cluster())) {
            ServerPassword.makeIn(folder.password());
        }
        ServerPassword.in(folder.password());
        return new ServerRoles(
                folder,
                ServerPassword.inOrMade(folder.passwordOfService()),
                ServerPassword.inOrMade(folder.passwordOfOwner()));
    }

    ServerPassword service() {
        return service;
    }

    ServerPassword owner() {
        return owner;
    }

    /**
     * Creates the roles and the database unless they exist, and sets the passwords: in earlier versions all roles had that of the superuser. What the role of the
     * service owned in earlier versions gets the new owner.
     */
    void createDatabase(int port) throws IOException {
        try (Connection connection = connect(port, "postgres")) {
            for (Map.Entry<String, ServerPassword> role :
                    Map.of(OWNER, owner, DATABASE, service).entrySet()) {
                boolean isNew = isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", role.getKey());
                execute(
                        connection,
                        (isNew ? "CREATE" : "ALTER") + " ROLE " + role.getKey() + " LOGIN PASSWORD '"
                                + role.getValue().value() + "'");
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

    private Connection connect(int port, String database) throws SQLException, IOException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName(database);
        server.setUser("postgres");
        server.setPassword(ServerPassword.in(folder.password()).value());
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
