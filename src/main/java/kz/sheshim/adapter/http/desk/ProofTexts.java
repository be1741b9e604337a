package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page of a proof. The texts are in {@code messages/proof_*.properties}. */
@MessageBundle("proof")
interface ProofTexts {
    @Message
    String checkForm();

    @Message
    String checkParts();

    @Message
    String checkInclusion();

    @Message
    String checkSignatures();

    @Message
    String checkSignature();

    @Message
    String checkDecidedAgain();

    @Message
    String notInTreeYet();

    @Message
    String reload();

    @Message
    String proofHolds();

    @Message
    String proofFails();

    @Message
    String downloadProof();

    @Message
    String checkItYourself();

    @Message
    String whatWasChecked();

    @Message
    String holds();

    @Message
    String fails();

    @Message
    String notChecked();

    @Message
    String whatWasFound();

    @Message
    String checkpoint();

    @Message
    String logName();

    @Message
    String placeInTree();

    @Message
    String sizeOfTree();

    @Message
    String rootOfTree();

    @Message
    String signatures();

    @Message
    String signedBy();

    @Message
    String key();

    @Message
    String role();

    @Message
    String signedAt();

    @Message
    String thisLog();

    @Message
    String witness();

    @Message
    String unknownKey();

    @Message
    String statement();

    @Message
    String statementHint();
}
