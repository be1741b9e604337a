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
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyRing;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.postgres.Migrations;
import kz.sheshim.adapter.postgres.PostgresDecisionLog;
import kz.sheshim.adapter.postgres.PostgresDecisionLogReader;
import kz.sheshim.adapter.print.ReceiptPress;
import kz.sheshim.adapter.telemetry.MeteredDecisionLog;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisions;
import kz.sheshim.decision.NewerLaw;
import kz.sheshim.decision.SecondOpinion;
import kz.sheshim.delivery.Routes;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Integration;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.Secret;
import kz.sheshim.log.StoppableDecisionLog;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.receipt.IssueReceipt;
import kz.sheshim.receipt.Press;
import kz.sheshim.replay.ReplayDecision;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Builds what decides and records from its adapters, and starts the service. What else a service is made of has wiring classes of its own. */
@ApplicationScoped
public class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);
    /** Maximum number of decisions that wait for a second opinion; further ones of the sample are skipped. */
    private static final int SECOND_OPINIONS_WAITING = 100;

    /** A database or a policy that cannot be used stops the start, the policy with every finding. */
    void start(
            @Observes StartupEvent event,
            LawInForce law,
            Flyway log,
            KeyRing ring,
            ApiKeys keys,
            Clock clock,
            AccessSettings access,
            SheshimSettings settings) {
        try {
            Migrations.migrate(log);
            AccessWiring.open(ring, keys, clock, access, settings.embedded());
        } catch (FlywayException | LogUnavailable e) {
            throw refuse("The database cannot be used, so the service does not start: " + e.getMessage());
        }
        try {
            Ruleset ruleset = law.begin();
            LOG.infof(
                    "in force: %s, %d tables, %d rules, revision %s",
                    ruleset.policy().id(),
                    ruleset.tables().size(),
                    ruleset.tables().stream()
                            .mapToInt(table -> table.rules().size())
                            .sum(),
                    ruleset.revision());
        } catch (FaultyRuleset | RulesetUnusable e) {
            throw refuse("The policy cannot be used, so the service does not start:\n" + e.getMessage());
        }
    }

    /** Ends the process with exit code 1 and a message instead of a stack trace. */
    static PreventFurtherStepsException refuse(String message) {
        LOG.error(message);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(message, 1);
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
    TimeLimit timeLimit(SheshimSettings settings) {
        return new TimeLimit(settings.application().maxTime(), System::nanoTime);
    }

    @Produces
    @Singleton
    PolicyCompiler policyCompiler(TimeLimit limit, WorkbookSettings workbooks) {
        return PolicyTools.compiler(workbooks.limits(), limit);
    }

    @Produces
    @Singleton
    TableAnalysis tableAnalysis() {
        return PolicyTools.analysis();
    }

    @Produces
    @Singleton
    TableComparison tableComparison() {
        return PolicyTools.comparison();
    }

    @Produces
    @Singleton
    PostgresDecisionLog decisionLog(
            DataSource database, VerdictCodec codec, Routes routes, SheshimSettings settings, Telemetry telemetry) {
        int mostWaiting = settings.log().maxWaiting();
        PostgresDecisionLog log = new PostgresDecisionLog(
                database,
                codec,
                routes,
                mostWaiting,
                settings.log().maxWait(),
                settings.log().keyLifetime());
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
    EarlierDecisions earlierDecisions(DecisionLogReader log, Rulesets rulesets, ManagedExecutor readers) {
        return new EarlierDecisions(log, rulesets, readers);
    }

    @Produces
    @Singleton
    DecideApplication decideApplication(
            Rulesets rulesets,
            VerdictCodec codec,
            RevisionStore revisions,
            DecisionLog log,
            EarlierDecisions earlier,
            LawInForce law,
            ManagedExecutor readers,
            SecondOpinion secondOpinion,
            PolicyCompiler compiler,
            SearchKey searchKey,
            Clock clock,
            Integration integration,
            SheshimSettings settings,
            Telemetry telemetry,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        SecureRandom random = new SecureRandom();
        return new DecideApplication(
                rulesets,
                codec,
                revisions,
                new MeteredDecisionLog(stoppable(log, integration, settings), telemetry),
                earlier,
                new NewerLaw(law::follow, readers),
                secondOpinion,
                () -> new DecisionId(UuidCreator.getTimeOrderedEpoch(clock.instant())),
                () -> Secret.random(random),
                searchKey,
                clock,
                compiler.engineOf(version),
                settings.application().maxInstances());
    }

    private static DecisionLog stoppable(DecisionLog log, Integration integration, SheshimSettings settings) {
        return settings.log().decideWhileStopped()
                ? log
                : new StoppableDecisionLog(log, () -> integration.stopped().map(Phrase::toString));
    }

    @Produces
    @Singleton
    SecondOpinion secondOpinion(SheshimSettings settings, SecondOpinion.Alarm alarm) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(SECOND_OPINIONS_WAITING), work -> {
                    Thread worker = new Thread(work, "second-opinion");
                    worker.setDaemon(true);
                    worker.setPriority(Thread.MIN_PRIORITY);
                    return worker;
                });
        thread.allowCoreThreadTimeOut(true);
        return new SecondOpinion(
                settings.secondOpinion().share(),
                () -> ThreadLocalRandom.current().nextDouble(),
                thread,
                alarm);
    }

    @Produces
    @Singleton
    ReplayDecision replayDecision(
            DecisionLogReader log,
            Rulesets rulesets,
            VerdictCodec codec,
            PolicyCompiler compiler,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new ReplayDecision(log, rulesets, codec, compiler.engineOf(version));
    }

    @Produces
    @Singleton
    IssueReceipt issueReceipt(Rulesets rulesets) {
        return new IssueReceipt(rulesets);
    }

    @Produces
    @Singleton
    Press press(SheshimSettings settings) {
        return new ReceiptPress(
                settings.receipts().maxWaiting(), settings.receipts().fonts().orElse(null));
    }
}
