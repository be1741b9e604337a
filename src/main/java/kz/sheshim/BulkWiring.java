package kz.sheshim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import kz.sheshim.adapter.postgres.PostgresRecordedApplications;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.bulk.BulkReplays;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.StoredPolicies;
import kz.sheshim.verdict.VerdictCodec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Builds what decides recorded applications again. It takes half of the processors, and leaves the others to callers. */
@ApplicationScoped
public class BulkWiring {
    private static final Logger LOG = Logger.getLogger(BulkWiring.class);

    /** Revisions that stay compiled while decisions are replayed. */
    private static final int MAX_REVISIONS = 4;

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Produces
    @Singleton
    RecordedApplications recordedApplications(DataSource database) {
        return new PostgresRecordedApplications(database);
    }

    @Produces
    @Singleton
    ImpactRun impactRun(RecordedApplications applications, VerdictCodec codec) {
        return new ImpactRun(applications, codec, THREADS);
    }

    @Produces
    @Singleton
    BulkReplay bulkReplay(
            RecordedApplications applications, VerdictCodec codec, RevisionStore revisions, PolicyCompiler compiler) {
        return new BulkReplay(
                applications, codec, () -> new StoredPolicies(revisions::files, compiler, MAX_REVISIONS), THREADS);
    }

    @Produces
    @Singleton
    BulkReplays bulkReplays(
            BulkReplay replay,
            NoteSigner signer,
            PublishedLog log,
            PolicyCompiler compiler,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new BulkReplays(
                replay,
                signer,
                "sheshim " + version + " / " + compiler.engine(),
                log::checkpoint,
                clock,
                failed -> LOG.errorf(failed, "The replay of many decisions cannot be finished"));
    }
}
