package kz.sheshim.adapter.panache;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code draft_version}. */
@Entity
@Table(name = "draft_version")
@NullUnmarked
class VersionEntity {
    @EmbeddedId
    NumberedKey key;

    String author;
    Instant at;
    String revision;
    int errors;

    @Column(name = "changes_code")
    boolean changesCode;

    static VersionEntity of(DraftEntity draft, Draft.Version version) {
        VersionEntity entity = new VersionEntity();
        entity.key = NumberedKey.of(draft, version.number());
        entity.author = version.author().name();
        entity.at = version.at();
        entity.revision = version.revision() == null ? null : version.revision().value();
        entity.errors = version.errors();
        entity.changesCode = version.changesCode();
        return entity;
    }

    Draft.Version version() {
        return new Draft.Version(
                key.number,
                new Submitter(author),
                at,
                revision == null ? null : new Revision(revision),
                errors,
                changesCode);
    }
}
