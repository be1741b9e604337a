package kz.sheshim.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a submitter or a member of the staff may do. */
public enum Role {
    /** Posts applications and reads the decisions on them. */
    INTAKE,
    /** Edits the policy. */
    ANALYST,
    /** Puts the policy in force. */
    APPROVER,
    /** Reads and replays every decision. */
    AUDITOR,
    /** Runs the service. */
    OPERATOR,
    /** Orders erasures and legal holds of case files. */
    ARCHIVIST,
    /** Publishes alone when no second person can be reached. */
    EMERGENCY;

    /** The role in keys, tokens and settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this code. */
    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
