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
import kz.sheshim.workbook.SheetAddress;

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

    /** The sheet of a table; empty if no file of these holds it. */
    Optional<TableSheet> table(List<PolicyFile> files, SheetAddress address) {
        return files.stream()
                .filter(file -> ("/" + file.path()).endsWith("/" + address.file()))
                .flatMap(file -> sheets(file).stream())
                .filter(sheet -> sheet.name().equals(address.sheet()))
                .findFirst()
                .map(TableSheet::of);
    }

    List<Sheet> sheets(PolicyFile file) {
        return kept.get(
                file.path() + " " + Sha256.hex(file.bytes()),
                key -> reader.read(file.path(), file.bytes(), limits.allowance(), finding -> {}));
    }
}
