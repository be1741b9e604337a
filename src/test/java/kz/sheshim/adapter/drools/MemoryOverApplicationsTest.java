package kz.sheshim.adapter.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.HeapFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many applications are decided, the memory is as full as it was. */
@Tag("campaign")
class MemoryOverApplicationsTest {
    private static final int APPLICATIONS = 30_000;
    private static final long MIB = 1 << 20;

    @Test
    void decidingLeavesNothingBehind() throws Exception {
        List<Facts> applications =
                ApplicationsFixture.examples().map(ApplicationsFixture::facts).toList();
        try (DecidingPolicy policy =
                PolicyTools.compiler(Limits.USUAL, null).compile(new FolderPolicySource(Path.of("")).files())) {
            applications.forEach(policy::decide);
            long before = HeapFixture.inUse();
            for (int i = 0; i < APPLICATIONS; i++) {
                policy.decide(applications.get(i % applications.size()));
            }
            assertThat(HeapFixture.inUse() - before).as("bytes left").isLessThan(8 * MIB);
        }
    }
}
