package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.hash.Sha256;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;

/** The sheets of workbooks as their authors see them, and the files of stored revisions. Those that were read last stay in memory. */
@Singleton
class Workbooks {
    private static final int KEPT = 200;
    private static final int KEPT_BYTES = 32 << 20;

    private final WorkbookReader reader;
    private final Limits limits;
    private final RevisionStore revisions;
    private final Cache<String, Book> books =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    /** The same by the file in memory, so that it is not hashed at each look. */
    private final Cache<PolicyFile, Book> ofFiles =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<Revision, List<PolicyFile>> files = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<Revision, List<PolicyFile>>weigher((revision, each) ->
                    each.stream().mapToInt(file -> file.bytes().length).sum())
            .build();

    Workbooks(WorkbookReader reader, Limits limits, RevisionStore revisions) {
        this.reader = reader;
        this.limits = limits;
        this.revisions = revisions;
    }

    /** A decision table, and the workbook and sheet that it stands on. */
    record Place(PolicyFile file, Sheet sheet, TableSheet table) {}

    /** A workbook with its decision tables by their ids. */
    private record Book(List<Sheet> sheets, Map<String, Place> tables) {}

    /** The files of a revision; none if it is not stored. */
    List<PolicyFile> files(Revision revision) {
        List<PolicyFile> known = files.getIfPresent(revision);
        if (known != null) {
            return known;
        }
        List<PolicyFile> stored = revisions.files(revision).orElse(List.of());
        if (!stored.isEmpty()) {
            files.put(revision, stored);
        }
        return stored;
    }

    /** The table with this id; empty if no file of these holds it. */
    Optional<Place> find(List<PolicyFile> files, String table) {
        for (PolicyFile file : files) {
            Place place = book(file).tables().get(table);
            if (place != null) {
                return Optional.of(new Place(file, place.sheet(), place.table()));
            }
        }
        return Optional.empty();
    }

    /** All tables, by workbook and sheet. */
    List<Place> tables(List<PolicyFile> files) {
        return files.stream()
                .flatMap(file -> book(file).tables().values().stream()
                        .filter(place -> !place.table().id().isEmpty())
                        .map(place -> new Place(file, place.sheet(), place.table())))
                .toList();
    }

    /** The sheets of a workbook; none for another file. */
    List<Sheet> sheets(PolicyFile file) {
        return book(file).sheets();
    }

    private Book book(PolicyFile file) {
        if (!file.path().endsWith(".xlsx")) {
            return new Book(List.of(), Map.of());
        }
        return ofFiles.get(
                file, each -> books.get(each.path() + " " + Sha256.hex(each.bytes()), content -> read(each)));
    }

    private Book read(PolicyFile file) {
        List<Sheet> sheets = reader.read(file.name(), file.bytes(), limits.allowance(), finding -> {});
        Map<String, Place> tables = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            TableSheet table = TableSheet.of(sheet);
            tables.putIfAbsent(table.id(), new Place(file, sheet, table));
        }
        return new Book(sheets, tables);
    }
}
