package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionLogReader.Filed;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.publication.AffectedStore;
import kz.sheshim.publication.AffectedStore.Progress;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.DossierEffect;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.WorkbookWriter;
import org.jspecify.annotations.Nullable;

/**
 * The recorded decisions that a draft would change, as its dossier lists them; once it is in force, all that it affects. They are written as they are read, however
 * many there are.
 */
@Singleton
public class AffectedDecisions {
    public static final String CSV = "text/csv";

    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final MediaType XLSX_TYPE = MediaType.valueOf(WorkbookWriter.MEDIA_TYPE);

    /** Maximum number of decisions in a workbook, which is made in memory. */
    private static final int MAX_IN_WORKBOOK = 100_000;

    /** Number of decisions whose applications are looked up at once. */
    private static final int AT_ONCE = 1_000;

    private static final String REFERENCE = "reference";
    private static final String FILED = "filedOn";

    private static final List<String> COLUMNS = List.of(
            "decision",
            REFERENCE,
            FILED,
            "before",
            "after",
            "dueBefore",
            "dueAfter",
            "gained",
            "lost",
            "rulesGained",
            "rulesLost",
            "rulesChanged");

    private final AffectedStore store;
    private final PublicationLog log;
    private final Drafts drafts;
    private final JsonParser parser;
    private final WorkbookWriter writer;
    private final DecisionLogReader decisions;

    AffectedDecisions(
            AffectedStore store,
            PublicationLog log,
            Drafts drafts,
            JsonParser parser,
            WorkbookWriter writer,
            DecisionLogReader decisions) {
        this.store = store;
        this.log = log;
        this.drafts = drafts;
        this.parser = parser;
        this.writer = writer;
        this.decisions = decisions;
    }

    /**
     * Where the decisions are.
     *
     * @param publication whose list has them; null: the dossier
     * @param listed by the dossier
     */
    public record Source(@Nullable EntryNumber publication, List<?> listed) {}

    /** Empty if the draft has neither a list nor a dossier. */
    public Optional<Source> of(Draft draft) {
        return Optional.ofNullable(draft.entry()).flatMap(this::published).or(() -> drafts.lastDossier(draft)
                .map(dossier -> new Source(null, listed(dossier))));
    }

    /** Those of the publication with this entry. One by an earlier version of the service has no list. */
    Source of(EntryNumber publication) {
        return published(publication)
                .or(() -> log.list(new EntryNumber(publication.value() + 1), 1).stream()
                        .filter(published -> published.entry().equals(publication))
                        .flatMap(published ->
                                Stream.ofNullable(published.publication().draft()))
                        .map(draft -> drafts.get(new DraftId(UUID.fromString(draft))))
                        .flatMap(draft -> of(draft).stream())
                        .findFirst())
                .orElseThrow(() -> Problems.notFound(
                        Phrase.of("Entry {0} is no publication of a draft with a dossier.", publication.value())));
    }

    /** Never a part of the list: a file does not say that something is missing. */
    private Optional<Source> published(EntryNumber publication) {
        return store.progress(publication).map(progress -> {
            if (!progress.complete()) {
                throw Problems.said(
                                Problems.later(
                                        "list-incomplete", 5, "The list of affected decisions is not complete yet"),
                                Phrase.of(
                                        "The decisions after entry {0} have not been decided again yet. Try again later.",
                                        progress.lookedAt()))
                        .build();
            }
            return new Source(publication, List.of());
        });
    }

    /** How far the list of a publication is. What only a dossier lists is never complete. */
    Progress progress(EntryNumber publication) {
        return store.progress(publication)
                .orElseGet(() -> new Progress(0, false, of(publication).listed().size(), 0));
    }

    private List<?> listed(Dossier dossier) {
        return DossierContent.of(dossier, parser)
                .effect()
                .<List<?>>map(DossierEffect::decisionsAsJson)
                .orElse(List.of());
    }

    /**
     * An answer in the media type that the caller prefers; JSON if it allows none.
     *
     * @param accept the value of {@code Accept}; null: there is none
     */
    Response answer(Source source, @Nullable String accept) {
        MediaType type = MediaTypes.choose(accept, List.of(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE, XLSX_TYPE))
                .orElse(MediaType.APPLICATION_JSON_TYPE);
        if (type.equals(CSV_TYPE)) {
            return Response.ok(csv(source), CSV).build();
        }
        return Response.ok(type.equals(XLSX_TYPE) ? xlsx(source) : json(source), type)
                .build();
    }

    private Object json(Source source) {
        EntryNumber publication = source.publication();
        if (publication == null) {
            return source.listed();
        }
        return written(lines -> {
            lines.write("[");
            AtomicBoolean isFollowing = new AtomicBoolean();
            store.each(publication, decision -> write(lines, (isFollowing.getAndSet(true) ? "," : "") + decision));
            lines.write("]");
        });
    }

    /** Lines as RFC 4180 has them. */
    public StreamingOutput csv(Source source) {
        return written(lines -> {
            lines.write(String.join(",", COLUMNS) + "\r\n");
            each(source, row -> write(lines, row.stream().map(CsvText::of).collect(Collectors.joining(",")) + "\r\n"));
        });
    }

    /** A workbook with a row for each decision. */
    public byte[] xlsx(Source source) {
        List<List<String>> rows = new ArrayList<>();
        each(source, row -> {
            if (rows.size() == MAX_IN_WORKBOOK) {
                throw Problems.said(
                                Problems.problem("too-many-rows", 406, "The list is too long for a workbook"),
                                Phrase.of("It has more than {0} decisions. Ask for CSV or JSON.", MAX_IN_WORKBOOK))
                        .build();
            }
            rows.add(row);
        });
        return writer.write("Affected decisions", COLUMNS, rows);
    }

    private void each(Source source, Consumer<List<String>> row) {
        List<Map<?, ?>> waiting = new ArrayList<>();
        Consumer<Object> taker = each -> {
            if (each instanceof Map<?, ?> decision) {
                waiting.add(decision);
                if (waiting.size() == AT_ONCE) {
                    give(waiting, row);
                }
            }
        };
        EntryNumber publication = source.publication();
        if (publication == null) {
            source.listed().forEach(taker);
        } else {
            store.each(
                    publication,
                    text -> taker.accept(
                            parser.parse(text.getBytes(StandardCharsets.UTF_8)).value()));
        }
        give(waiting, row);
    }

    /** Lists name decisions by their ids. Which applications they are on is added here: neither a dossier nor a list outlives a case file with it. */
    private void give(List<Map<?, ?>> waiting, Consumer<List<String>> row) {
        Map<DecisionId, Filed> filed =
                decisions.filed(waiting.stream().map(AffectedDecisions::id).toList());
        for (Map<?, ?> decision : waiting) {
            Map<Object, Object> whole = new HashMap<>(decision);
            Filed application = filed.get(id(decision));
            if (application != null) {
                whole.put(REFERENCE, application.reference());
                whole.put(FILED, application.on());
            }
            row.accept(COLUMNS.stream().map(column -> cell(whole.get(column))).toList());
        }
        waiting.clear();
    }

    private static DecisionId id(Map<?, ?> decision) {
        return new DecisionId(UUID.fromString(String.valueOf(decision.get("decision"))));
    }

    /** Writes an answer while it is sent. */
    private interface Lines {
        void to(Writer lines) throws IOException;
    }

    private static StreamingOutput written(Lines content) {
        return out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try {
                content.to(lines);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
            lines.flush();
        };
    }

    private static void write(Writer lines, String text) {
        try {
            lines.write(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Empty for what there is not, or what a dossier of an earlier version does not say. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("; "))
                : String.valueOf(value);
    }
}
