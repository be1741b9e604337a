package kz.sheshim.adapter.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** A database that a command reads. Its connections stay open until the command ends. */
public final class PostgresDatabase {
    private static final int MAX_CONNECTIONS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private PostgresDatabase() {}

    /**
     * The database at this address.
     *
     * @throws IOException if it cannot be reached; the message says why
     */
    public static DataSource at(String url, String user, String password) throws IOException {
        try {
            AgroalDataSource database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(MAX_CONNECTIONS)
                            .acquisitionTimeout(CONNECT)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                    .connectionProviderClass(Driver.class)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
            try (Connection connection = database.getConnection()) {
                connection.setReadOnly(true);
            }
            return database;
        } catch (SQLException | IllegalArgumentException failed) {
            throw new IOException("The database " + url + " cannot be read: " + failed.getMessage(), failed);
        }
    }
}
