package kz.sheshim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.sheshim.adapter.postgres.PostgresRecordedApplications;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.bulk.BulkReplays;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.UnknownRevision;
import kz.sheshim.verdict.VerdictCodec;

/** Builds what decides recorded applications again. It takes half of the processors, and leaves the others to callers. */
@ApplicationScoped
public class BulkWiring {
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
        return new BulkReplay(applications, codec, revision -> policy(revision, revisions, compiler), THREADS);
    }

    @Produces
    @Singleton
    BulkReplays bulkReplays(BulkReplay replay, NoteSigner signer, Clock clock) {
        return new BulkReplays(replay, signer, clock);
    }

    /** What was published once is used as it is, whatever newer checks find in it. */
    private static DecidingPolicy policy(Revision revision, RevisionStore revisions, PolicyCompiler compiler) {
        List<Finding> findings = new ArrayList<>();
        return compiler.reader()
                .read(revisions.files(revision).orElseThrow(() -> new UnknownRevision(revision)), findings::add)
                .map(compiler::compileLater)
                .orElseThrow(() -> new UnknownRevision(revision));
    }
}
