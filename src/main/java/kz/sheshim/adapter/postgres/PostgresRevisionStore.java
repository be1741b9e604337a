package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.RevisionStore;

/**
 * Stores revisions in the tables {@code revision} and {@code revision_file}. If two replicas store the same revision at once, the second waits for the first
 * and then does nothing.
 */
public final class PostgresRevisionStore implements RevisionStore {
    private static final String INSERT =
            "INSERT INTO revision (hash, kept_at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING";
    private static final String INSERT_FILE = "INSERT INTO revision_file (revision, path, content) VALUES (?, ?, ?)";
    private static final String FILES =
            """
            SELECT file.path, file.content
            FROM revision LEFT JOIN revision_file file ON file.revision = revision.hash
            WHERE revision.hash = ?
            """;
    private static final String LIST = "SELECT hash, kept_at FROM revision ORDER BY kept_at DESC, hash";

    private final Transactions transactions;

    public PostgresRevisionStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public void store(Revision revision, List<PolicyFile> files, Instant at) {
        files.forEach(file -> require("the path of a file", file.path()));
        transactions.write(connection -> {
            boolean isNew = insert(connection, revision, at);
            if (isNew && !files.isEmpty()) {
                insertFiles(connection, revision, files);
            }
            return isNew;
        });
    }

    @Override
    public Optional<List<PolicyFile>> files(Revision revision) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, FILES)) {
                select.setString(1, revision.value());
                try (ResultSet row = select.executeQuery()) {
                    return files(row);
                }
            }
        });
    }

    @Override
    public List<Stored> list() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, LIST);
                    ResultSet row = select.executeQuery()) {
                List<Stored> stored = new ArrayList<>();
                while (row.next()) {
                    OffsetDateTime since = row.getObject("kept_at", OffsetDateTime.class);
                    stored.add(new Stored(new Revision(row.getString("hash")), since.toInstant()));
                }
                return List.copyOf(stored);
            }
        });
    }

    private static boolean insert(Connection connection, Revision revision, Instant at) throws SQLException {
        try (PreparedStatement insert = Transactions.prepare(connection, INSERT)) {
            insert.setString(1, revision.value());
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    private static void insertFiles(Connection connection, Revision revision, List<PolicyFile> files)
            throws SQLException {
        try (PreparedStatement insert = Transactions.prepare(connection, INSERT_FILE)) {
            for (PolicyFile file : files) {
                insert.setString(1, revision.value());
                insert.setString(2, file.path());
                insert.setBytes(3, file.bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A revision without files has one row, without a path. */
    private static Optional<List<PolicyFile>> files(ResultSet row) throws SQLException {
        boolean isStored = false;
        List<PolicyFile> files = new ArrayList<>();
        while (row.next()) {
            isStored = true;
            String path = row.getString("path");
            if (path != null) {
                files.add(new PolicyFile(path, row.getBytes("content")));
            }
        }
        files.sort(Comparator.comparing(PolicyFile::path));
        return isStored ? Optional.of(List.copyOf(files)) : Optional.empty();
    }
}
