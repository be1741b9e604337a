package kz.sheshim.adapter.panache;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code draft_step}. */
@Entity
@Table(name = "draft_step")
@NullUnmarked
class StepEntity {
    @EmbeddedId
    NumberedKey key;

    String kind;
    String person;

    @Column(name = "key")
    UUID apiKey;

    Instant at;
    String revision;
    String text;
    String about;
    int version;

    static StepEntity of(DraftEntity draft, int number, Draft.Step step) {
        StepEntity entity = new StepEntity();
        entity.key = NumberedKey.of(draft, number);
        entity.kind = step.kind().code();
        entity.person = step.by().name();
        entity.apiKey = step.key() == null ? null : step.key().value();
        entity.at = step.at();
        entity.revision = step.revision() == null ? null : step.revision().value();
        entity.text = step.text();
        entity.about = step.about();
        entity.version = step.version();
        return entity;
    }

    Draft.Step step() {
        return new Draft.Step(
                Draft.Step.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                new Submitter(person),
                apiKey == null ? null : new KeyId(apiKey),
                at,
                revision == null ? null : new Revision(revision),
                text,
                about,
                version);
    }
}
