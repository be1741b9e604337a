package kz.sheshim;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyRing;
import kz.sheshim.adapter.cli.SheshimCommand;
import kz.sheshim.adapter.cli.Toolbox;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.adapter.postgres.PostgresDecisionLog;
import kz.sheshim.adapter.postgres.PostgresDecisionLogReader;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.print.ReceiptPress;
import kz.sheshim.adapter.remote.RevisionClient;
import kz.sheshim.adapter.remote.ServiceClient;
import kz.sheshim.adapter.telemetry.CountedLog;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisions;
import kz.sheshim.delivery.Routes;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.TimeLimitedCompiler;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.receipt.IssueReceipt;
import kz.sheshim.receipt.Press;
import kz.sheshim.replay.ReplayDecision;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.workbook.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import picocli.CommandLine;

/** The one place where the core is built from its adapters. */
@ApplicationScoped
public class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** A database or a policy that cannot be used stops the start, the policy with every finding. */
    void start(
            @Observes StartupEvent event,
            Rulesets rulesets,
            Flyway log,
            KeyRing ring,
            ApiKeys keys,
            Clock clock,
            AccessSettings access,
            SheshimSettings settings) {
        try {
            log.migrate();
            AccessWiring.open(ring, keys, clock, access, settings.embedded());
        } catch (FlywayException | LogUnavailable e) {
            throw refuse("The database cannot be used, so the service does not start: " + e.getMessage());
        }
        try {
            Ruleset ruleset = rulesets.load();
            LOG.infof(
                    "in force: %s, %d tables, %d rules, revision %s",
                    ruleset.policy().id(),
                    ruleset.tables().size(),
                    ruleset.tables().stream()
                            .mapToInt(table -> table.rules().size())
                            .sum(),
                    ruleset.revision());
        } catch (FaultyRuleset e) {
            throw refuse("The policy cannot be used, so the service does not start:\n" + e.getMessage());
        }
    }

    /** Ends the process with exit code 1 and a message instead of a stack trace. */
    static PreventFurtherStepsException refuse(String message) {
        LOG.error(message);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(message, 1);
    }

    /** The command line, which needs no database. */
    static CommandLine commandLine(Clock clock) {
        RuleCompiler compiler = new DroolsCompiler();
        WorkbookReader workbooks = new XlsxReader();
        Limits limits = CommandSettings.workbook().limits();
        return SheshimCommand.commandLine(new Toolbox(
                new PolicyCheck(
                        new RulesetReader(workbooks, new DroolsNames(), limits),
                        compiler,
                        new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                        clock),
                new TableComparison(LogicNgSolver::new, Effort.USUAL),
                compiler,
                workbooks,
                new JacksonParser(),
                folder -> new FolderPolicySource(folder, limits),
                limits,
                RevisionClient::files,
                ServiceClient::ask,
                JacksonWriter::write));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    JsonParser jsonParser() {
        return new JacksonParser();
    }

    @Produces
    @Singleton
    VerdictCodec verdictCodec() {
        return new JacksonVerdictCodec();
    }

    @Produces
    @Singleton
    RuleCompiler ruleCompiler(SheshimSettings settings) {
        return new TimeLimitedCompiler(
                new DroolsCompiler(), settings.application().mostTime(), System::nanoTime);
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
    PostgresDecisionLog decisionLog(
            DataSource database, VerdictCodec codec, Routes routes, SheshimSettings settings, Telemetry telemetry) {
        int mostWaiting = settings.log().mostWaiting();
        PostgresDecisionLog log = new PostgresDecisionLog(
                database, codec, routes, mostWaiting, settings.log().keyLifetime());
        telemetry.queue("recording", mostWaiting, log::waiting);
        return log;
    }

    void close(@Disposes PostgresDecisionLog log) {
        log.close();
    }

    @Produces
    @Singleton
    DecisionLogReader decisionLogReader(DataSource database, VerdictCodec codec) {
        return new PostgresDecisionLogReader(database, codec);
    }

    @Produces
    @Singleton
    Rulesets rulesets(
            PolicySource source,
            RuleCompiler compiler,
            RevisionStore revisions,
            SheshimSettings settings,
            WorkbookSettings workbooks,
            Telemetry telemetry) {
        return new Rulesets(
                source,
                new RulesetReader(new XlsxReader(), new DroolsNames(), workbooks.limits()),
                compiler,
                revisions,
                settings.policy().watch(),
                settings.policy().mostEarlier(),
                telemetry);
    }

    void close(@Disposes Rulesets rulesets) {
        rulesets.close();
    }

    @Produces
    @Singleton
    EarlierDecisions earlierDecisions(DecisionLogReader log, Rulesets rulesets, ManagedExecutor readers) {
        return new EarlierDecisions(log, rulesets, readers);
    }

    @Produces
    @Singleton
    DecideApplication decideApplication(
            Rulesets rulesets,
            JsonParser parser,
            VerdictCodec codec,
            RevisionStore revisions,
            DecisionLog log,
            EarlierDecisions earlier,
            RuleCompiler compiler,
            Clock clock,
            SheshimSettings settings,
            Telemetry telemetry,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new DecideApplication(
                rulesets,
                parser,
                codec,
                revisions,
                new CountedLog(log, telemetry),
                earlier,
                () -> new DecisionId(UuidCreator.getTimeOrderedEpoch(clock.instant())),
                clock,
                "sheshim " + version + " / " + compiler.engine(),
                settings.application().mostInstances());
    }

    @Produces
    @Singleton
    ReplayDecision replayDecision(DecisionLogReader log, Rulesets rulesets, JsonParser parser, VerdictCodec codec) {
        return new ReplayDecision(log, rulesets, parser, codec);
    }

    @Produces
    @Singleton
    IssueReceipt issueReceipt(Rulesets rulesets, JsonParser parser) {
        return new IssueReceipt(rulesets, parser);
    }

    @Produces
    @Singleton
    Press press(SheshimSettings settings) {
        return new ReceiptPress(settings.receipts().mostWaiting());
    }
}
