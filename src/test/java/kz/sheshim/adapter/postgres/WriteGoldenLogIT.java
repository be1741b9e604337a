package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static kz.sheshim.adapter.postgres.GoldenLogIT.CODEC;
import static kz.sheshim.adapter.postgres.GoldenLogIT.DECISIONS;
import static kz.sheshim.adapter.postgres.GoldenLogIT.id;
import static kz.sheshim.adapter.postgres.GoldenLogIT.signer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.Order;
import kz.sheshim.log.Publication;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import kz.sheshim.workbook.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

/** Writes a log of the present format; once for each format: {@code -Dit.test=WriteGoldenLogIT -Dsheshim.golden.write=true}. */
@EnabledIfSystemProperty(named = "sheshim.golden.write", matches = "true")
class WriteGoldenLogIT {
    private static final int FORMAT = 2;
    private static final NoteSigner FIRST_KEY = new NoteSigner("log.test/golden-2", signer(GoldenLogIT.FIRST_KEY));
    private static final NoteSigner KEY = new NoteSigner("log.test/golden-2", signer(GoldenLogIT.KEY));
    private static final Cosigner COURT =
            new Cosigner("court.test/witness", signer("89abcdef0123456789abcdef01234567"));

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final DataSource database = POSTGRES.database();
    private final PolicyCompiler compiler = PolicyTools.compiler(Limits.USUAL, null);
    private final PostgresRevisionStore revisions = new PostgresRevisionStore(database);
    private final PostgresTreeStore store = new PostgresTreeStore(database);
    private final PostgresPublicationLog publications = new PostgresPublicationLog(database);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-30T05:15:00.123Z"), ZoneOffset.UTC);
    private final List<byte[]> applications = ApplicationsFixture.examples().toList();
    private int decided;

    /** A law, half of the decisions, another law, the other half, an erasure, an incident, another key. */
    @Test
    void write() throws Exception {
        Revision first = decide(new FolderPolicySource(Path.of("")), null);
        SignedTree tree = new Integrator(store, new UnseenFixture(), FIRST_KEY, null, clock)
                .step()
                .orElseThrow()
                .newest();
        store.cosign(tree.size(), COURT.cosign(Note.parse(tree.note()).text(), clock.instant()));
        decide(changed(), first);
        new PostgresCaseFiles(database)
                .erase(id(7), new Order("retention-ended", "", new Submitter("archive")), clock.instant());
        assertThat(new Integrator(store, new Ahead(), FIRST_KEY, null, clock).resume())
                .contains(true);
        Note kept = Note.parse(new Integrator(store, new UnseenFixture(), KEY, FIRST_KEY, clock)
                .step()
                .orElseThrow()
                .newest()
                .note());

        Path folder = Files.createDirectories(GoldenLogIT.folder(FORMAT));
        Files.write(folder.resolve("checkpoint"), kept.bytes());
        save(folder);
        Files.writeString(
                folder.resolve("proofs.sha256"),
                GoldenLogIT.proofs(
                        GoldenLogIT.entries(database),
                        new PublishedLog(store, KEY.key(), null),
                        new SealedParts(new StoredVocabularies(revisions, compiler))));
    }

    /** Puts a law in force and decides half of the applications by it. */
    private Revision decide(PolicySource source, @Nullable Revision before) throws Exception {
        try (Rulesets rulesets = new Rulesets(source, compiler, revisions, true, 1, TelemetryFixture.NONE);
                PostgresDecisionLog log = new PostgresDecisionLog(
                        database, CODEC, Routes.NONE, 10, Duration.ofMinutes(1), DecisionFixture.KEY_LIFETIME)) {
            rulesets.load();
            Revision revision = rulesets.inForce().revision();
            revisions.store(revision, source.files(), clock.instant());
            publications.publish(
                    before == null
                            ? Publication.ofFolder(revision, null, clock.instant())
                            : new Publication(
                                    revision,
                                    before,
                                    clock.instant(),
                                    Publication.Way.APPROVAL,
                                    "0199f3c2-2f6b-7d39-9a52-0f4c5f0f6c12",
                                    List.of("anna a."),
                                    List.of("berik"),
                                    "Another title"));
            DecideApplication decide = new DecideApplication(
                    rulesets,
                    CODEC,
                    revisions,
                    log,
                    EarlierDecisionsFixture.none(rulesets),
                    NewerLawFixture.NONE,
                    SecondOpinionFixture.NONE,
                    () -> id(decided++),
                    SealFixture.SECRETS,
                    SealFixture.SEARCH_KEY,
                    clock,
                    "sheshim 0.1 / " + compiler.engine(),
                    100);
            for (int i = 0; i < DECISIONS / 2; i++) {
                done(decide.decide(
                        applications.get(decided % applications.size()), new Submitter("front-office"), null));
            }
            return revision;
        }
    }

    /** The shipped law with another title. */
    private static PolicySource changed() {
        EditedPolicyFixture changed = new EditedPolicyFixture();
        changed.set("vocabulary.xlsx", "Policy", "B3", "Golden");
        return new PolicySource() {
            @Override
            public List<PolicyFile> files() {
                return changed.files();
            }

            @Override
            public Optional<byte[]> example() {
                return Optional.empty();
            }

            @Override
            public String stamp() {
                return "changed";
            }
        };
    }

    /** A service that has seen more than the database holds. */
    private static final class Ahead implements SeenCheckpoint {
        @Override
        public Optional<Note> read() {
            return Optional.of(new Checkpoint("log.test/golden-2", 1_000, Hash.EMPTY_ROOT).sign(FIRST_KEY));
        }

        @Override
        public void write(Note checkpoint) {}

        @Override
        public void forget() {}
    }

    private static void save(Path folder) throws SQLException, IOException {
        try (Connection connection = POSTGRES.owner().getConnection()) {
            for (String table : GoldenLogIT.TABLES) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(rows)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", gzip);
                }
                Files.write(folder.resolve(table + ".gz"), rows.toByteArray());
            }
        }
    }
}
