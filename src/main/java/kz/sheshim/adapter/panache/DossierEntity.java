package kz.sheshim.adapter.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Dossier;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code dossier}. */
@Entity
@Table(name = "dossier")
@IdClass(DossierEntity.Key.class)
@NullUnmarked
class DossierEntity {
    /** The key of a row. */
    record Key(UUID draft, int version) implements Serializable {}

    @Id
    UUID draft;

    @Id
    int version;

    String base;

    @Column(name = "made_at")
    Instant madeAt;

    String maker;
    int errors;
    String content;

    static DossierEntity of(UUID draft, Dossier dossier) {
        DossierEntity entity = new DossierEntity();
        entity.draft = draft;
        entity.version = dossier.version();
        entity.base = dossier.base().value();
        entity.madeAt = dossier.madeAt();
        entity.maker = dossier.maker();
        entity.errors = dossier.errors();
        entity.content = dossier.content();
        return entity;
    }

    /** @param whole the content, with the list of decisions */
    Dossier dossier(String whole) {
        return new Dossier(version, new Revision(base), madeAt, maker, errors, whole);
    }
}
