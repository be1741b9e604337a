package kz.sheshim;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.adapter.json.JacksonFeatureReader;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.logfolder.KeyFile;
import kz.sheshim.adapter.logfolder.LogFolder;
import kz.sheshim.adapter.logfolder.LogFolderFailed;
import kz.sheshim.adapter.pkcs11.Pkcs11Signer;
import kz.sheshim.adapter.pkcs11.Pkcs11Uri;
import kz.sheshim.adapter.postgres.Migrations;
import kz.sheshim.adapter.postgres.PostgresDecisionCounts;
import kz.sheshim.adapter.postgres.PostgresDecisionLog;
import kz.sheshim.adapter.postgres.PostgresFeatureCounts;
import kz.sheshim.adapter.postgres.PostgresLogHealth;
import kz.sheshim.adapter.postgres.PostgresPrivileges;
import kz.sheshim.adapter.postgres.PostgresRecordReader;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.postgres.PostgresTreeStore;
import kz.sheshim.adapter.telemetry.TreeWatch;
import kz.sheshim.adapter.witness.HttpWitness;
import kz.sheshim.background.Callers;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.hash.Sha256;
import kz.sheshim.log.Cosigning;
import kz.sheshim.log.DecisionNumbers;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.log.Integration;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.KeyChange;
import kz.sheshim.log.LogHealth;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.TreeStore;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.SigningFailed;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import org.jboss.logging.Logger;

/** Builds the tree over the decision log, and what watches over the log. */
@ApplicationScoped
public class LogWiring {
    private static final Logger LOG = Logger.getLogger(LogWiring.class);

    /** After the database is ready. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 550;

    private static final String KEY = "key.pem";
    private static final Duration WITNESS_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FEATURES_INTERVAL = Duration.ofSeconds(2);

    private final RepeatedWork features = new RepeatedWork("take-features");

    void start(
            @Observes @Priority(LATE) StartupEvent event,
            DataSource database,
            Instance<NoteSigner> signer,
            Instance<Integration> integration,
            Instance<Cosigning> cosigning,
            Instance<FeatureCounts> counts,
            Instance<Rulesets> rulesets,
            SheshimSettings settings) {
        PostgresPrivileges.ofService(database)
                .ifPresent(excess -> LOG.warnf(
                        "The role of the service can change what is recorded (%s). Let another role own the tables:"
                                + " quarkus.flyway.username.",
                        excess));
        try {
            LOG.infof("The key of the log is %s", signer.get().key());
            cosigning.get().check();
            integration.get().start();
            cosigning.get().start(settings.log().cosigningInterval());
            takeFeatures(counts.get(), rulesets.get());
        } catch (LogFolderFailed | NotValid | SigningFailed | LogUnavailable | IllegalArgumentException e) {
            throw Wiring.refuse("The log cannot be signed, so the service does not start: " + e.getMessage());
        }
    }

    private void takeFeatures(FeatureCounts counts, Rulesets rulesets) {
        features.whileMore(
                FEATURES_INTERVAL,
                () -> counts.take(file -> JacksonFeatureReader.read(
                        file, rulesets.inForce().vocabulary().countable())),
                LogUnavailable.apart(failed ->
                        LOG.errorf("Decisions cannot be searched and counted by their rules and facts: %s", failed)));
    }

    void stop(@Observes ShutdownEvent event, Integration integration, Cosigning cosigning) {
        features.close();
        cosigning.close();
        integration.close();
    }

    @Produces
    @Singleton
    FlywayConfigurationCustomizer migrations() {
        return Migrations::complete;
    }

    @Produces
    @Singleton
    LogHealth logHealth(DataSource database, PostgresDecisionLog log) {
        return new PostgresLogHealth(database, log);
    }

    @Produces
    @Singleton
    TreeStore treeStore(DataSource database) {
        return new PostgresTreeStore(database);
    }

    @Produces
    @Singleton
    PublishedLog publishedLog(TreeStore store, NoteSigner signer, SheshimSettings settings) {
        return new PublishedLog(store, signer.key(), witnesses(settings).orElse(null));
    }

    @Produces
    @Singleton
    Cosigning cosigning(
            TreeStore store, NoteSigner signer, Integration integration, SheshimSettings settings, TreeWatch watch) {
        List<WitnessClient> witnesses = witnesses(settings).map(TrustPolicy::witnesses).orElse(List.of()).stream()
                .filter(witness -> witness.url() != null)
                .map(witness -> new WitnessClient(
                        witness.key(), new HttpWitness(String.valueOf(witness.url()), WITNESS_TIMEOUT)))
                .toList();
        return new Cosigning(store, signer.key().name(), witnesses, integration::stop, watch);
    }

    private static Optional<TrustPolicy> witnesses(SheshimSettings settings) {
        return settings.log().witnesses().map(file -> {
            try {
                return TrustPolicy.parse(Files.readAllBytes(file));
            } catch (IOException | NotValid e) {
                throw new IllegalArgumentException("sheshim.log.witnesses: " + file + ": " + e.getMessage(), e);
            }
        });
    }

    @Produces
    @Singleton
    ProveDecision proveDecision(PublishedLog log, RevisionStore revisions, PolicyCompiler compiler) {
        return new ProveDecision(log, sealedParts(revisions, compiler));
    }

    @Produces
    @Singleton
    DecisionNumbers decisionNumbers(DataSource database, Clock clock) {
        return new DecisionNumbers(new PostgresDecisionCounts(database), clock, System::nanoTime);
    }

    @Produces
    @Singleton
    FeatureCounts featureCounts(DataSource database) {
        return new PostgresFeatureCounts(database);
    }

    static AuditLog auditLog(DataSource database, PolicyCompiler compiler, Callers callers) {
        return new AuditLog(
                new PostgresRecordReader(database),
                sealedParts(new PostgresRevisionStore(database), compiler),
                new JacksonParser(),
                callers);
    }

    private static SealedParts sealedParts(RevisionStore revisions, PolicyCompiler compiler) {
        return new SealedParts(new StoredVocabularies(revisions, compiler));
    }

    /** Under the name that is set; otherwise the one that the log has, which is made of its first key. */
    @Produces
    @Singleton
    NoteSigner signer(SheshimSettings settings, TreeStore store) {
        Path made = settings.log().folder().resolve(KEY);
        Signer key = settings.log().key().map(LogWiring::key).orElseGet(() -> Signer.of(KeyFile.readOrCreate(made)));
        String name = settings.log()
                .name()
                .or(() -> store.newestKey().flatMap(KeyChange::key).map(VerifierKey::name))
                .orElseGet(() -> "sheshim.local/"
                        + HexFormat.of().formatHex(Sha256.digest().digest(key.publicKey()), 0, 4));
        return new NoteSigner(name, key);
    }

    private static Signer key(String where) {
        return Pkcs11Uri.is(where) ? new Pkcs11Signer(Pkcs11Uri.parse(where)) : Signer.of(KeyFile.read(Path.of(where)));
    }

    @Produces
    @Singleton
    Integration integration(
            TreeStore store, NoteSigner signer, SheshimSettings settings, Integration.Watch watch, Clock clock) {
        NoteSigner previous = settings.log()
                .previousKey()
                .map(where -> new NoteSigner(signer.key().name(), key(where)))
                .orElse(null);
        return new Integration(
                new Integrator(store, new LogFolder(settings.log().folder()), signer, previous, clock),
                settings.log().checkpointInterval(),
                watch,
                clock);
    }
}
