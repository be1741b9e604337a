package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.sheshim.log.Moments;
import kz.sheshim.receipt.Block;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receipt as JSON: its texts in one language, and beside them the codes and values, which are the same in every language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A receipt: its sections from top to bottom")
record ReceiptView(
        @Schema(description = "The code of the receipt form") String receipt,
        String language,
        String issuedBy,
        String title,
        @Schema(description = "The code of the policy: the public service that was applied for") String policy,
        String reference,
        String decision,
        @Schema(format = "date-time") String decidedAt,
        String revision,
        List<SectionView> sections,
        @Schema(description = "The codes of the other receipts of this decision, for the parameter receipt")
                List<String> others) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionView(@Nullable String heading, List<BlockView> blocks) {}

    /** A block of a section. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "`shows` names the kind of block. Only the members of that kind are present.")
    record BlockView(
            @Schema(enumeration = {"text", "facts", "instances", "grounds", "notices", "signature"}) String shows,
            @Nullable String text,
            @Nullable List<FactView> facts,
            @Nullable String entity,
            @Nullable List<List<FactView>> instances,
            @Nullable List<ReasonView> grounds,
            @Nullable List<AdviceView> notices) {

        static BlockView text(Block block, String text) {
            return new BlockView(block.shows(), text, null, null, null, null, null);
        }
    }

    /** A fact of the application. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A fact of the application. Without `value` the application did not state it.")
    record FactView(String field, String label, @Nullable Object value, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonView(
            String code,
            @Nullable String subject,
            String text,
            @Nullable String remedy,
            @Nullable CitedView citation,
            @Nullable List<CitedView> citations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CitedView(String id, String act, String wording, @Nullable String place, String status, String statusText) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdviceView(String code, @Nullable String subject, String text) {}

    static ReceiptView of(Receipt receipt) {
        Language language = receipt.language();
        return new ReceiptView(
                receipt.code(),
                language.tag(),
                receipt.issuedBy(),
                receipt.title(),
                receipt.policy(),
                receipt.reference(),
                receipt.decision().toString(),
                Moments.text(receipt.decidedAt()),
                receipt.revision().toString(),
                receipt.sections().stream()
                        .map(section -> new SectionView(
                                section.heading(),
                                section.blocks().stream()
                                        .map(ReceiptView::block)
                                        .toList()))
                        .toList(),
                receipt.others());
    }

    private static BlockView block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return BlockView.text(block, paragraph.text());
        }
        if (block instanceof Block.Signature signature) {
            return BlockView.text(block, signature.text());
        }
        if (block instanceof Block.SubmittedFacts said) {
            return new BlockView(block.shows(), null, facts(said.facts()), null, null, null, null);
        }
        if (block instanceof Block.Instances instances) {
            List<List<FactView>> rows =
                    instances.rows().stream().map(ReceiptView::facts).toList();
            return new BlockView(block.shows(), null, null, instances.entity(), rows, null, null);
        }
        if (block instanceof Block.Grounds grounds) {
            List<ReasonView> reasons =
                    grounds.grounds().stream().map(ReceiptView::reason).toList();
            return new BlockView(block.shows(), null, null, null, null, reasons, null);
        }
        if (block instanceof Block.Notices notices) {
            List<AdviceView> advice = notices.notices().stream()
                    .map(notice -> new AdviceView(notice.code(), notice.subject(), notice.text()))
                    .toList();
            return new BlockView(block.shows(), null, null, null, null, null, advice);
        }
        throw new IllegalStateException("unknown kind of block: " + block.getClass());
    }

    private static List<FactView> facts(List<Block.ShownFact> facts) {
        return facts.stream()
                .map(fact -> new FactView(fact.field(), fact.label(), fact.value(), fact.text()))
                .toList();
    }

    private static ReasonView reason(Block.Reason reason) {
        List<CitedView> citations =
                reason.citations().stream().map(ReceiptView::cited).toList();
        return new ReasonView(
                reason.code(),
                reason.subject(),
                reason.text(),
                reason.remedy(),
                citations.isEmpty() ? null : citations.get(0),
                citations.isEmpty() ? null : citations);
    }

    private static CitedView cited(Block.Cited cited) {
        return new CitedView(
                cited.id(),
                cited.act(),
                cited.wording(),
                cited.place(),
                cited.status().toString(),
                cited.statusText());
    }
}
