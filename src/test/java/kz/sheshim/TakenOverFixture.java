package kz.sheshim;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.adapter.postgres.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests of services with the small policy on one database, of which one goes on where another was killed. All are killed in the end. */
abstract class TakenOverFixture {
    static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");

    @TempDir
    Path folder;

    private final List<ServiceProcessFixture> services = new ArrayList<>();

    @BeforeEach
    void share() throws Exception {
        SharedPrograms.in(folder);
    }

    @AfterEach
    void stop() throws Exception {
        for (ServiceProcessFixture each : services) {
            each.kill();
        }
        SharedPrograms.unlink(folder);
    }

    final ServiceProcessFixture launch(EmbeddedServer database) {
        ServiceProcessFixture service = ServiceProcessFixture.launch(database, folder, POLICY, "-Xmx400m");
        services.add(service);
        return service;
    }

    /** The first column of what a query finds. */
    static List<Long> numbers(EmbeddedServer database, String sql) throws SQLException {
        try (Connection connection = PostgresFixture.owner(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }
}
