package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;

/** A replica follows what others publish. */
class LawInForceTest {
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final PolicyInMemoryFixture.Source folder = new PolicyInMemoryFixture.Source("first");
    private final Rulesets rulesets = new Rulesets(
            folder, new PolicyInMemoryFixture.Compiler().policies(), store, false, 1, TelemetryFixture.NONE);
    private final LawInForce law = new LawInForce(rulesets, folder, store, log(), false, Clock.systemUTC());
    private Optional<PublicationLog.Published> last = Optional.empty();

    /** A log of which only the last publication is asked. */
    private PublicationLog log() {
        return (PublicationLog) Proxy.newProxyInstance(
                LawInForceTest.class.getClassLoader(),
                new Class<?>[] {PublicationLog.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("last");
                    return last;
                });
    }

    private Revision publish(String version) {
        List<PolicyFile> files = PolicyInMemoryFixture.files(version);
        Revision revision = PolicyInMemoryFixture.revision(files);
        store.holds(revision, files);
        last = Optional.of(
                new PublicationLog.Published(new EntryNumber(1), Publication.ofFolder(revision, null, Instant.EPOCH)));
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
}
