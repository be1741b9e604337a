package kz.sheshim;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.folder.FolderWatch;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.postgres.PostgresAffectedStore;
import kz.sheshim.adapter.postgres.PostgresPublicationLog;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.adapter.xlsx.XlsxWriter;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.AffectedStore;
import kz.sheshim.publication.ApprovedDrafts;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftSteps;
import kz.sheshim.publication.DraftStore;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.FindAffected;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.OrderDossier;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.Preview;
import kz.sheshim.publication.ProposedLaw;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationWatch;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.publication.WaitingDrafts;
import kz.sheshim.publication.WorkbookMerge;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.WorkbookEditor;
import kz.sheshim.workbook.WorkbookWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Builds what says which law is in force, and follows it. */
@ApplicationScoped
public class LawWiring {
    private static final Logger LOG = Logger.getLogger(LawWiring.class);

    /** After {@link Wiring#start} has put the policy in force. */
    private static final int AFTER_THE_START = 3_000;

    private static final Duration FOLLOW_INTERVAL = Duration.ofSeconds(1);

    private final List<RepeatedWork> following = new ArrayList<>();

    void start(
            @Observes @Priority(AFTER_THE_START) StartupEvent event,
            LawInForce law,
            Instance<ApprovedDrafts> drafts,
            Instance<PublicationWatch> publications,
            Instance<FindAffected> affected,
            Instance<ProposedLaw> proposed,
            FolderWatch watch,
            SheshimSettings settings) {
        if (law.isFolderLaw()) {
            LOG.warn("The folder is law (sheshim.policy.watch): whoever can write to it changes decisions, and nobody"
                    + " approves it");
            watch.start();
            return;
        }
        if (law.differsFromFolder()) {
            LOG.infof(
                    "The folder %s contains other files than the law in force. To propose them: sheshim propose",
                    settings.policy().folder().toAbsolutePath().normalize());
        }
        follow("law-in-force", law::follow);
        follow("next-law", law::prepare);
        follow("approved-drafts", drafts.get()::settle);
        follow("publications", publications.get()::look);
        affected.get()
                .every(
                        FOLLOW_INTERVAL,
                        LogUnavailable.apart(failed ->
                                LOG.error("The decisions that a publication affects cannot be found", failed)));
        follow("proposed-law", proposed.get()::load);
    }

    /** Repeats work on the law in a thread of its own: a service without applications also notices, and what fails hinders nothing else. */
    private void follow(String name, Runnable work) {
        RepeatedWork repeated = new RepeatedWork(name);
        following.add(repeated);
        repeated.every(
                FOLLOW_INTERVAL,
                work,
                LogUnavailable.apart(
                        failed -> LOG.errorf(failed, "The work \"%s\" failed; it is tried again each second", name)));
    }

    /** What works in the background ends before the pools of connections that it needs. */
    void stop(@Observes ShutdownEvent event, Dossiers dossiers, FindAffected affected) {
        affected.close();
        following.forEach(RepeatedWork::close);
        dossiers.close();
    }

    @Produces
    @Singleton
    Limits limits(WorkbookSettings workbooks) {
        return workbooks.limits();
    }

    @Produces
    @Singleton
    Preview preview(PolicyCompiler compiler, TableComparison comparison, TableAnalysis analysis) {
        return new Preview(compiler, comparison, analysis);
    }

    @Produces
    @Singleton
    WorkbookEditor workbookEditor() {
        return new XlsxEditor();
    }

    @Produces
    @Singleton
    WorkbookWriter workbookWriter() {
        return new XlsxWriter();
    }

    @Produces
    @Singleton
    WorkbookReader workbookReader() {
        return new XlsxReader();
    }

    @Produces
    @Singleton
    PolicySource policySource(SheshimSettings settings, Limits limits) {
        return new FolderPolicySource(settings.policy().folder(), limits);
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

    @Produces
    @Singleton
    Dossiers dossiers(
            DraftStore store,
            RevisionStore revisions,
            PolicyCompiler compiler,
            TableAnalysis analysis,
            TableComparison comparison,
            ImpactRun impact,
            SheshimSettings settings,
            Limits limits,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new Dossiers(
                store,
                revisions,
                new PolicyCheck(compiler, analysis, clock),
                compiler,
                comparison,
                impact,
                settings.drafts().impactOn(),
                JacksonWriter::write,
                clock,
                maker(compiler.engineOf(version), limits),
                failed -> LOG.errorf(failed, "A dossier cannot be made"));
    }

    /** What makes dossiers. It names the limits that are not the usual ones: what is beyond them is a finding. */
    static String maker(String engine, Limits limits) {
        Limits usual = Limits.USUAL;
        return engine
                + other("max-file-bytes", limits.fileBytes(), usual.fileBytes())
                + other("max-unpacked-bytes", limits.unpackedBytes(), usual.unpackedBytes())
                + other("max-cells", limits.cells(), usual.cells())
                + other("max-rows", limits.rows(), usual.rows())
                + other("max-rules", limits.rules(), usual.rules())
                + other("max-time", limits.time(), usual.time());
    }

    private static String other(String name, Object limit, Object usual) {
        return limit.equals(usual) ? "" : " / " + name + " " + limit;
    }

    void close(@Disposes Dossiers dossiers) {
        dossiers.close();
    }

    @Produces
    @Singleton
    AffectedStore affectedStore(DataSource database) {
        return new PostgresAffectedStore(database, JacksonWriter::writeInOneLine);
    }

    @Produces
    @Singleton
    FindAffected findAffected(AffectedStore store, PublicationLog log, Rulesets rulesets, ImpactRun impact) {
        return new FindAffected(store, log, rulesets, impact);
    }

    void close(@Disposes FindAffected affected) {
        affected.close();
    }

    @Produces
    @Singleton
    WaitingDrafts waitingDrafts(DraftStore store) {
        return new WaitingDrafts(store);
    }

    @Produces
    @Singleton
    ProposedLaw proposedLaw(WaitingDrafts waiting, DraftStore store, Rulesets rulesets, LawInForce law) {
        return new ProposedLaw(waiting, store, rulesets, law);
    }

    @Produces
    @Singleton
    ApprovedDrafts approvedDrafts(
            WaitingDrafts waiting, DraftStore store, RevisionStore revisions, PublicationLog log, LawInForce law) {
        return new ApprovedDrafts(waiting, store, revisions, log, law);
    }

    @Produces
    @Singleton
    Drafts drafts(DraftStore store, PublicationLog log, Dossiers dossiers) {
        return new Drafts(store, log, dossiers);
    }

    @Produces
    @Singleton
    DraftVersions draftVersions(
            Drafts drafts,
            DraftStore store,
            RevisionStore revisions,
            LawInForce law,
            ApprovedDrafts approved,
            PolicySource folder,
            PolicyCompiler compiler,
            WorkbookReader workbooks,
            WorkbookEditor editor,
            Limits limits,
            Clock clock) {
        return new DraftVersions(
                drafts,
                store,
                revisions,
                law,
                approved,
                folder,
                compiler.reader(),
                new WorkbookMerge(workbooks, editor, limits),
                () -> new DraftId(UuidCreator.getTimeOrderedEpoch(clock.instant())));
    }

    @Produces
    @Singleton
    DraftSteps draftSteps(
            Drafts drafts, LawInForce law, ApprovedDrafts approved, Dossiers dossiers, SheshimSettings settings) {
        return new DraftSteps(drafts, law, approved, dossiers, settings.drafts().approvals());
    }

    @Produces
    @Singleton
    OrderDossier orderDossier(DraftStore store, Dossiers dossiers) {
        return new OrderDossier(store, dossiers);
    }

    @Produces
    @Singleton
    PublicationWatch publicationWatch(DraftStore store, PublicationLog log) {
        return new PublicationWatch(store, log, System::nanoTime);
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
