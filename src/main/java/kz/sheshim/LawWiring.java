package kz.sheshim;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.folder.FolderWatch;
import kz.sheshim.adapter.postgres.PostgresPublicationLog;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.Telemetry;
import org.jboss.logging.Logger;

/** Builds what says which law is in force, and follows it. */
@ApplicationScoped
public class LawWiring {
    private static final Logger LOG = Logger.getLogger(LawWiring.class);

    /** After {@link Wiring#start} has put the policy in force. */
    private static final int AFTER_THE_START = 3_000;

    private static final long FOLLOW_MILLIS = 1_000;

    void start(
            @Observes @Priority(AFTER_THE_START) StartupEvent event,
            LawInForce law,
            FolderWatch watch,
            SheshimSettings settings) {
        if (law.isFolderLaw()) {
            LOG.warn(
                    "The folder is law (sheshim.policy.watch): whoever can write to it changes decisions, and nobody approves it");
            watch.start();
            return;
        }
        if (law.differsFromFolder()) {
            LOG.infof(
                    "The folder %s contains other files than the law in force. To propose them: sheshim propose",
                    settings.policy().folder().toAbsolutePath().normalize());
        }
        law.followEvery(
                FOLLOW_MILLIS, failed -> LOG.errorf("The law in force cannot be followed: %s", failed.getMessage()));
    }

    @Produces
    @Singleton
    PolicySource policySource(SheshimSettings settings, WorkbookSettings workbooks) {
        return new FolderPolicySource(settings.policy().folder(), workbooks.limits());
    }

    @Produces
    @Singleton
    RevisionStore revisionStore(DataSource database) {
        return new PostgresRevisionStore(database);
    }

    @Produces
    @Singleton
    PublicationLog publicationLog(DataSource database) {
        return new PostgresPublicationLog(database);
    }

    @Produces
    @Singleton
    Rulesets rulesets(
            PolicySource source,
            PolicyCompiler compiler,
            RevisionStore revisions,
            SheshimSettings settings,
            Telemetry telemetry) {
        return new Rulesets(
                source,
                compiler,
                revisions,
                settings.policy().stopOnFault(),
                settings.policy().maxEarlierRevisions(),
                telemetry);
    }

    void close(@Disposes Rulesets rulesets) {
        rulesets.close();
    }

    @Produces
    @Singleton
    LawInForce lawInForce(
            Rulesets rulesets,
            PolicySource folder,
            RevisionStore revisions,
            PublicationLog log,
            SheshimSettings settings,
            Clock clock) {
        return new LawInForce(
                rulesets, folder, revisions, log, settings.policy().watch(), clock);
    }

    void close(@Disposes LawInForce law) {
        law.close();
    }

    @Produces
    @Singleton
    FolderWatch folderWatch(PolicySource source, Rulesets rulesets, SheshimSettings settings) {
        return new FolderWatch(source, rulesets, settings.policy().quietTime(), System::nanoTime);
    }

    void close(@Disposes FolderWatch watch) {
        watch.close();
    }
}
