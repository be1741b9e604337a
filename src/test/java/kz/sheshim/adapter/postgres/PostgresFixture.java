package kz.sheshim.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import kz.sheshim.FolderFixture;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL in a temporary folder with the tables of the log, for the tests of one class: {@code @RegisterExtension static final
 * PostgresFixture POSTGRES = new PostgresFixture();}
 */
public final class PostgresFixture implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private final Path folder = temporaryFolder();
    private final @Nullable String version;
    private @Nullable EmbeddedServer server;

    /** With the tables of this version of the service. */
    public PostgresFixture() {
        this.version = null;
    }

    /** With the tables of an earlier version of the schema. */
    PostgresFixture(String version) {
        this.version = version;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    /** For a part of a test; close it. */
    PostgresFixture open() {
        start();
        if (version == null) {
            migrate();
        } else {
            // what the role of the service may do is granted after the last migration
            flyway(server()).target(version).skipDefaultCallbacks(true).load().migrate();
        }
        return this;
    }

    /** Brings the tables to the version of the service. */
    void migrate() {
        flyway(server()).load().migrate();
    }

    /** Migrates as the owner of the tables. */
    static FluentConfiguration flyway(EmbeddedServer server) {
        return Migrations.complete(
                Flyway.configure().dataSource(owner(server)).placeholders(Map.of("service", server.username())));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        stop();
        FolderFixture.delete(folder);
    }

    public void start() {
        server = EmbeddedServer.start(folder);
    }

    public void stop() {
        server().close();
    }

    /** A new connection for each call, without a pool, with the role of the service. */
    public DataSource database() {
        return database(server());
    }

    public static DataSource database(EmbeddedServer server) {
        return database(server, server.username());
    }

    /** A new connection for each call, with the role that owns the tables. */
    public DataSource owner() {
        return owner(server());
    }

    public static DataSource owner(EmbeddedServer server) {
        return database(server, server.owner());
    }

    /** A copy of the database, as the superuser sees it, with all triggers switched off. Nothing may be connected to the database. */
    DataSource tampered(String name) throws SQLException {
        PGSimpleDataSource copy = copy(name, "postgres");
        for (String table :
                List.of("log_entry", "case_file", "erasure", "tree_run", "tree_tile", "checkpoint", "cosignature")) {
            execute(copy, "ALTER TABLE " + table + " DISABLE TRIGGER ALL");
        }
        return copy;
    }

    /** A copy of the database as it is now, with the role of the service: a backup that was restored. Nothing may be connected to the database. */
    DataSource copy(String name) throws SQLException {
        return copy(name, server().username());
    }

    private PGSimpleDataSource copy(String name, String role) throws SQLException {
        PGSimpleDataSource other = superuser();
        other.setDatabaseName("postgres");
        execute(other, "CREATE DATABASE " + name + " TEMPLATE sheshim");
        PGSimpleDataSource copy = role.equals("postgres") ? superuser() : database(server(), role);
        copy.setDatabaseName(name);
        return copy;
    }

    /** Where the server keeps everything. */
    Path folder() {
        return folder;
    }

    /** The same database, with the role that is bound by nothing. */
    PGSimpleDataSource superuser() {
        PGSimpleDataSource database = database(server(), "postgres");
        try {
            database.setPassword(Files.readString(folder.resolve("password")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return database;
    }

    private static PGSimpleDataSource database(EmbeddedServer server, String role) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(role);
        database.setPassword(role.equals(server.owner()) ? server.ownerPassword() : server.password());
        return database;
    }

    /** With the role that owns the tables. */
    public void execute(String sql) throws SQLException {
        execute(owner(), sql);
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first number of each row. */
    public List<Long> numbers(String sql) throws SQLException {
        try (Connection connection = owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }

    private EmbeddedServer server() {
        return Objects.requireNonNull(server, "the server was not started");
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("sheshim-postgres-");
            SharedPrograms.in(folder);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
