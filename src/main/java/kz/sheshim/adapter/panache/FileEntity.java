package kz.sheshim.adapter.panache;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import kz.sheshim.policy.PolicyFile;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code draft_file}. */
@Entity
@Table(name = "draft_file")
@IdClass(FileEntity.Key.class)
@NullUnmarked
class FileEntity {
    /** The key of a row. */
    record Key(UUID draft, int version, String path) implements Serializable {}

    @Id
    UUID draft;

    @Id
    int version;

    @Id
    String path;

    byte[] content;

    static FileEntity of(UUID draft, int version, PolicyFile file) {
        FileEntity entity = new FileEntity();
        entity.draft = draft;
        entity.version = version;
        entity.path = file.path();
        entity.content = file.bytes();
        return entity;
    }

    PolicyFile file() {
        return new PolicyFile(path, content);
    }
}
