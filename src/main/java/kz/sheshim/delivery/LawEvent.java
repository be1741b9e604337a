package kz.sheshim.delivery;

import java.time.Instant;
import java.util.Locale;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Tells a destination of a step of a draft, or of a publication. It holds nothing of any application, and no text but the title of the draft.
 *
 * @param id unique to the event; the same at every attempt and for every destination
 * @param number later events have greater numbers; each destination gets them in this order
 * @param draft null: what was published was no draft
 * @param revision of the newest version, or what is in force from now on; null: the files of the version cannot be read
 * @param replaces the revision in force that the draft changes, or that was in force before; null: none was
 * @param by who made the step; null for a publication, whose entry names all people
 * @param due when an approved draft comes into force; null for all other kinds
 * @param entry the entry of a publication; null for all other kinds
 * @param way how a publication came about; null for all other kinds
 */
public record LawEvent(
        String id,
        long number,
        Kind kind,
        Instant at,
        @Nullable String draft,
        @Nullable String title,
        @Nullable Revision revision,
        @Nullable Revision replaces,
        @Nullable String by,
        @Nullable Instant due,
        @Nullable EntryNumber entry,
        @Nullable String way)
        implements Event {

    /** What happened. */
    public enum Kind {
        /** A draft waits for its approvers. */
        PROPOSED,
        /** A proposed or approved draft has a new version: it must be proposed and approved again. */
        REOPENED,
        /** Enough people have approved it. */
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /** An approved draft did not come into force at its moment, and waits for its approvers again. */
        VOIDED,
        /** A revision is in force that never was before. */
        PUBLISHED,
        /** A revision is in force that was in force before. */
        ROLLED_BACK;

        /** The name in settings, events and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind with this name. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    @Override
    public String name() {
        return kind.code();
    }

    @Override
    public String application() {
        return "";
    }
}
