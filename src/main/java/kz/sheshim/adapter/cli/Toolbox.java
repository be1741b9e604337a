package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.workbook.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The parts of Sheshim that the commands use.
 *
 * @param revisions fetches the files of revisions that a service has stored
 * @param service calls a service
 * @param source the policy in a folder
 * @param limits the maximum sizes of a workbook
 * @param json writes maps, lists, texts, numbers, booleans and null as JSON
 */
public record Toolbox(
        PolicyCheck check,
        TableComparison comparison,
        PolicyCompiler compiler,
        WorkbookReader workbooks,
        JsonParser parser,
        VerdictCodec codec,
        Function<Path, PolicySource> source,
        Limits limits,
        Revisions revisions,
        Service service,
        Function<Object, String> json) {

    /** The files of the policy in a folder. */
    List<PolicyFile> files(Path folder) {
        return source.apply(folder).files();
    }

    /** The bytes of a workbook. */
    byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16) + 1);
            if (bytes.length > limits.fileBytes()) {
                throw new IOException(file + " has more than " + limits.fileBytes() + " bytes");
            }
            return bytes;
        }
    }

    /** Asks a service for the files of a revision. */
    public interface Revisions {
        List<PolicyFile> files(URI server, String key, Revision revision) throws IOException;
    }

    /** Asks a service for anything. */
    public interface Service {
        /**
         * @param body JSON; null: none
         * @return the body of the answer
         * @throws IOException if the service cannot be reached or refuses
         */
        byte[] ask(URI server, String key, String method, String path, @Nullable String body) throws IOException;
    }
}
