package kz.sheshim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import kz.sheshim.adapter.postgres.PostgresDecisionLog;
import kz.sheshim.adapter.postgres.PostgresLogHealth;
import kz.sheshim.log.LogHealth;

/** Builds what watches over the decision log. */
@ApplicationScoped
public class LogWiring {

    @Produces
    @Singleton
    LogHealth logHealth(DataSource database, PostgresDecisionLog log) {
        return new PostgresLogHealth(database, log);
    }
}
