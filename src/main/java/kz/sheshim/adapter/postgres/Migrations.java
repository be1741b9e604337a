package kz.sheshim.adapter.postgres;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables to the version of the service: the scripts of {@code db/migration}, and what no script can do. */
public final class Migrations {
    private Migrations() {}

    /** Adds the migration that is no script. Neither Flyway nor Quarkus finds it by itself. */
    public static FluentConfiguration complete(FluentConfiguration scripts) {
        return scripts.javaMigrations(new SealRecordedDecisions());
    }

    /**
     * Migrates. Services of a time left out a migration that is no script; it is made up for, although later ones were applied.
     *
     * @throws FlywayException if the tables are not those of this version or of an earlier one
     */
    public static void migrate(Flyway tables) {
        try {
            tables.migrate();
        } catch (FlywayValidateException invalid) {
            if (Arrays.stream(tables.info().all()).noneMatch(each -> each.getState() == MigrationState.IGNORED)) {
                throw invalid;
            }
            makeUpFor(tables);
        }
    }

    private static void makeUpFor(Flyway tables) {
        try {
            Flyway.configure()
                    .configuration(tables.getConfiguration())
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            FlywayException why = failed; // the innermost one says it; those around it, that a migration failed
            while (why.getCause() instanceof FlywayException inner) {
                why = inner;
            }
            throw why;
        }
    }
}
