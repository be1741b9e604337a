package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody may approve is in memory before. */
class ProposedLawTest {
    private final PolicyInMemoryFixture.Store revisions = new PolicyInMemoryFixture.Store();
    private final PolicyInMemoryFixture.Source folder = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Compiler compiler = new PolicyInMemoryFixture.Compiler();
    private final Rulesets rulesets =
            new Rulesets(folder, compiler.policies(), revisions, false, 2, TelemetryFixture.NONE);
    private final PublicationLog log = port(PublicationLog.class, "hasPublished", () -> false);
    private final LawInForce law = new LawInForce(rulesets, folder, revisions, log, false, Clock.systemUTC());
    private List<Draft> proposed = List.of();
    private List<PolicyFile> files = List.of();
    private int looks;
    private final DraftStore store = (DraftStore) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DraftStore.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "inState" -> {
                    looks++;
                    yield proposed;
                }
                case "files" -> files;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    private final WaitingDrafts waiting = new WaitingDrafts(store);
    private final ProposedLaw ahead = new ProposedLaw(waiting, store, rulesets, law);

    private void look() {
        new ApprovedDrafts(waiting, store, revisions, log, law).settle();
        ahead.load();
    }

    private interface Answer {
        Object now();
    }

    private static <T> T port(Class<T> port, String answered, Answer answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, said) -> {
            assertThat(method.getName()).isEqualTo(answered);
            return answer.now();
        }));
    }

    private void propose(String version) {
        files = PolicyInMemoryFixture.files(version);
        Revision revision = PolicyInMemoryFixture.revision(files);
        proposed = List.of(new Draft(
                new DraftId(UUID.randomUUID()),
                "Any",
                Instant.EPOCH,
                rulesets.inForce().revision(),
                State.PROPOSED,
                List.of(new Draft.Version(1, new Submitter("a"), Instant.EPOCH, revision, 0, false)),
                List.of(),
                null,
                null));
    }

    @BeforeEach
    void load() throws FaultyRuleset {
        rulesets.load();
    }

    @Test
    void proposedRevisionIsCompiledOnceAndForgottenWithItsProposal() {
        propose("proposed");
        look();
        look();
        assertThat(compiler.made).hasSize(2);
        assertThat(compiler.open()).hasSize(2);

        proposed = List.of();
        look();
        assertThat(compiler.open()).hasSize(1);
    }

    @Test
    void oneLookServesWhatIsApprovedAndWhatIsProposed() {
        propose("proposed");
        look();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void whatDoesNotCompileHindersNothing() {
        propose(PolicyInMemoryFixture.FAULTY);
        look();
        look();
        propose("proposed");
        look();
        assertThat(compiler.open()).hasSize(2);
    }
}
