package kz.sheshim.adapter.panache;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code draft}, with its versions and steps, to which rows are only added. */
@Entity
@Table(name = "draft")
@NullUnmarked
class DraftEntity {
    @Id
    UUID id;

    String title;

    @Column(name = "opened_at")
    Instant openedAt;

    String base;
    String state;
    Instant due;
    Long entry;

    @OneToMany(mappedBy = "key.draft", cascade = CascadeType.PERSIST)
    @OrderBy("key.number")
    List<VersionEntity> versions = new ArrayList<>();

    @OneToMany(mappedBy = "key.draft", cascade = CascadeType.PERSIST)
    @OrderBy("key.number")
    List<StepEntity> steps = new ArrayList<>();

    static DraftEntity of(Draft draft) {
        DraftEntity entity = new DraftEntity();
        entity.id = draft.id().value();
        entity.title = draft.title();
        entity.openedAt = draft.openedAt();
        entity.take(draft);
        return entity;
    }

    /** Takes what can change; versions and steps are added to those that are there. */
    void take(Draft draft) {
        base = draft.base().value();
        state = draft.state().code();
        due = draft.due();
        entry = draft.entry() == null ? null : draft.entry().value();
        for (int i = versions.size(); i < draft.versions().size(); i++) {
            versions.add(VersionEntity.of(this, draft.versions().get(i)));
        }
        for (int i = steps.size(); i < draft.steps().size(); i++) {
            steps.add(StepEntity.of(this, i + 1, draft.steps().get(i)));
        }
    }

    Draft draft() {
        return new Draft(
                new DraftId(id),
                title,
                openedAt,
                new Revision(base),
                Draft.State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_')),
                versions.stream().map(VersionEntity::version).toList(),
                steps.stream().map(StepEntity::step).toList(),
                due,
                entry == null ? null : new EntryNumber(entry));
    }
}
