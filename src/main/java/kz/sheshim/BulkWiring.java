package kz.sheshim;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import javax.sql.DataSource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.postgres.PostgresRecordedApplications;
import kz.sheshim.adapter.postgres.PostgresRunStore;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.bulk.BulkReplays;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.bulk.RunKind;
import kz.sheshim.bulk.RunStore;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.Audits;
import kz.sheshim.publication.LoadedPolicies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.verdict.VerdictCodec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Builds what decides recorded applications again, and the runs in the background. While callers wait for decisions, they let them go first. */
@ApplicationScoped
public class BulkWiring {
    private static final Logger LOG = Logger.getLogger(BulkWiring.class);

    /** After the log is ready. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 560;

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Produces
    @Singleton
    Callers callers() {
        return new Callers();
    }

    @Produces
    @Singleton
    RecordedApplications recordedApplications(DataSource database) {
        return new PostgresRecordedApplications(database);
    }

    @Produces
    @Singleton
    ImpactRun impactRun(RecordedApplications applications, VerdictCodec codec, Callers callers) {
        return new ImpactRun(applications, codec, callers, THREADS);
    }

    @Produces
    @Singleton
    BulkReplay bulkReplay(
            RecordedApplications applications,
            VerdictCodec codec,
            Rulesets rulesets,
            RevisionStore revisions,
            PolicyCompiler compiler,
            Callers callers) {
        return new BulkReplay(
                applications, codec, () -> new LoadedPolicies(rulesets, revisions, compiler), callers, THREADS);
    }

    @Produces
    @Singleton
    RunStore runStore(DataSource database) {
        return new PostgresRunStore(database);
    }

    @Produces
    @Singleton
    BackgroundRun<Selection, BulkReplays.Signed> replays(
            BulkReplay replay,
            RunStore store,
            NoteSigner signer,
            PublishedLog log,
            PolicyCompiler compiler,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return run(new BulkReplays(replay, signer, compiler.engineOf(version), log::checkpoint, clock), store);
    }

    @Produces
    @Singleton
    BackgroundRun<Audits.Question, AuditLog.Report> audits(
            DataSource database, RunStore store, PolicyCompiler compiler, Callers callers) {
        return run(new Audits(LogWiring.auditLog(database, compiler, callers)), store);
    }

    private static <Q, R> BackgroundRun<Q, R> run(RunKind<Q, R> kind, RunStore store) {
        return new BackgroundRun<>(
                kind,
                store,
                new BackgroundRun.Json(JacksonWriter::writeInOneLine, new JacksonParser()),
                failed -> LOG.errorf(failed, "The background run \"%s\" stopped on this service", kind.name()));
    }

    void start(@Observes @Priority(LATE) StartupEvent event, @Any Instance<BackgroundRun<?, ?>> runs) {
        runs.forEach(BackgroundRun::start);
    }

    void stop(@Observes ShutdownEvent event, @Any Instance<BackgroundRun<?, ?>> runs) {
        runs.forEach(BackgroundRun::close);
    }
}
