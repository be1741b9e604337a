package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.DraftRefused.Reason;
import org.junit.jupiter.api.Test;

/** What an upload makes of the files of a draft. */
class UploadTest {
    private static final PolicyFile BOOK = new PolicyFile("decision-tables/a.xlsx", new byte[] {1});
    private static final PolicyFile RULE = new PolicyFile("rules/a.drl", new byte[] {1});

    private static List<PolicyFile> onto(Upload upload) {
        return upload.onto(List.of(BOOK, RULE), List::of);
    }

    private static void isCode(Upload upload) {
        assertThatThrownBy(() -> onto(upload))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.CODE))
                .hasMessageStartingWith("rules/a.drl is code.");
    }

    /** A rule file alone would open a draft that changes nothing, as if it had been taken. */
    @Test
    void ruleFileAloneIsRefusedAlsoIfItIsAsBefore() {
        isCode(Upload.of(List.of(RULE)));
        isCode(new Upload(List.of(RULE), Set.of(BOOK.path()), false));
        isCode(new Upload(List.of(RULE), Set.of(), true));
    }

    /** People change a workbook in an archive of all files, which they got from the service. */
    @Test
    void ruleFileBesideWorkbooksMustBeAsBefore() {
        PolicyFile changed = new PolicyFile(BOOK.path(), new byte[] {2});
        assertThat(onto(Upload.of(List.of(changed, RULE)))).containsExactly(changed, RULE);
        isCode(Upload.of(List.of(changed, new PolicyFile(RULE.path(), new byte[] {2}))));
    }
}
