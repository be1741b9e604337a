package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;

/** A replica follows what others publish. */
class LawInForceTest {
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final PolicyInMemoryFixture.Source folder = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Compiler compiler = new PolicyInMemoryFixture.Compiler();
    private final Rulesets rulesets = new Rulesets(folder, compiler.policies(), store, false, 1, TelemetryFixture.NONE);
    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final LawInForce law = new LawInForce(rulesets, folder, store, log(), false, clock);
    private Optional<PublicationLog.Published> last = Optional.empty();
    private List<PublicationLog.Due> scheduled = List.of();

    /** A log of which only the last publication is asked, and what is scheduled. */
    private PublicationLog log() {
        return (PublicationLog) Proxy.newProxyInstance(
                LawInForceTest.class.getClassLoader(),
                new Class<?>[] {PublicationLog.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("scheduled")) {
                        return scheduled;
                    }
                    assertThat(method.getName()).isEqualTo("last");
                    return last;
                });
    }

    private Revision publish(String version) {
        List<PolicyFile> files = PolicyInMemoryFixture.files(version);
        Revision revision = PolicyInMemoryFixture.revision(files);
        store.holds(revision, files);
        last = Optional.of(new PublicationLog.Published(
                new EntryNumber(1), Publication.ofFolder(revision, null, Instant.EPOCH), false));
        return revision;
    }

    @Test
    void serviceThatCannotUseTheLawInForceIsBehindUntilItCan() {
        Revision first = publish("first");
        law.follow();
        assertThat(law.isBehind()).isFalse();

        publish(PolicyInMemoryFixture.FAULTY);
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(law::follow);
        assertThat(law.isBehind()).isTrue();
        assertThat(rulesets.inForce().revision()).as("it goes on deciding").isEqualTo(first);

        Revision third = publish("third");
        law.follow();
        assertThat(law.isBehind()).isFalse();
        assertThat(rulesets.inForce().revision()).isEqualTo(third);
    }

    @Test
    void whatCannotBePreparedIsTriedAgainAfterAMinute() {
        publish("first");
        law.follow();
        List<PolicyFile> next = PolicyInMemoryFixture.files("next");
        Revision revision = PolicyInMemoryFixture.revision(next);
        scheduled = List.of(
                new PublicationLog.Due(new DraftId(new UUID(0, 1)), Instant.EPOCH, revision, false, "An order"));
        store.holds(revision, PolicyInMemoryFixture.files("damaged"));
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(law::prepare);

        store.holds(revision, next);
        now = now.plus(Duration.ofSeconds(59));
        law.prepare();
        assertThat(compiler.made).as("it is not tried each second").hasSize(1);
        now = now.plus(Duration.ofSeconds(1));
        law.prepare();
        assertThat(compiler.made).hasSize(2);
    }
}
