package kz.sheshim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.workbook.Limits;

/** A small policy without a fault, which no change of the law changes, with files laid over it. */
public final class SmallPolicyFixture {
    private static final Path GOOD = Path.of("src/test/resources/tables/good");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);

    private final Map<String, PolicyFile> files = new TreeMap<>();

    public SmallPolicyFixture() {
        with(GOOD);
    }

    /** Lays the workbooks and rule files of a folder over it. */
    public SmallPolicyFixture with(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                String name = path.getFileName().toString();
                if (!name.endsWith(".txt")) {
                    with(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SmallPolicyFixture with(String name, byte[] bytes) {
        String path = (name.endsWith(".drl") ? "rules/" : "decision-tables/") + name;
        files.put(path, new PolicyFile(path, bytes));
        return this;
    }

    public List<PolicyFile> files() {
        return List.copyOf(files.values());
    }

    public PolicyCheck.Result check() {
        return new PolicyCheck(
                        PolicyTools.compiler(Limits.USUAL, null),
                        new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                        CLOCK)
                .check(files());
    }
}
