package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import kz.sheshim.hash.Sha256;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;

/** The sheets of workbooks as their authors see them. Those that were read last stay in memory. */
@Singleton
class Workbooks {
    private static final int KEPT = 100;

    private final WorkbookReader reader;
    private final Limits limits;
    private final Cache<String, List<Sheet>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Workbooks(WorkbookReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** A decision table, and the workbook and sheet that it stands on. */
    record Place(PolicyFile file, Sheet sheet, TableSheet table) {}

    /** The table with this id; empty if no file of these holds it. */
    Optional<Place> find(List<PolicyFile> files, String table) {
        for (PolicyFile file : files) {
            for (Sheet sheet : sheets(file)) {
                TableSheet found = TableSheet.of(sheet);
                if (found.id().equals(table)) {
                    return Optional.of(new Place(file, sheet, found));
                }
            }
        }
        return Optional.empty();
    }

    /** The sheets of a workbook; none for another file. */
    List<Sheet> sheets(PolicyFile file) {
        if (!file.path().endsWith(".xlsx")) {
            return List.of();
        }
        return kept.get(
                file.path() + " " + Sha256.hex(file.bytes()),
                key -> reader.read(file.path(), file.bytes(), limits.allowance(), finding -> {}));
    }
}
