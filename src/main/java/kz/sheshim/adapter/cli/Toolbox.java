package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.proof.AuditLog;
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
 * @param downloads saves what a service answers
 * @param audits audits the record in a database
 * @param source the policy in a folder
 * @param starter the files of a small policy with an id, from which a new one begins
 * @param limits the maximum sizes of a workbook
 * @param witnesses starts witnesses of logs
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
        Function<String, List<PolicyFile>> starter,
        Limits limits,
        Revisions revisions,
        Service service,
        Downloads downloads,
        Witnesses witnesses,
        Audits audits,
        Function<Object, String> json) {

    /** The files of the policy in a folder. */
    List<PolicyFile> files(Path folder) {
        return source.apply(folder).files();
    }

    /** The bytes of a workbook. */
    byte[] bytes(Path file) throws IOException {
        NamedFile.requireFile(file);
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

    /** Opens the record in a database. */
    public interface Audits {
        /** @throws IOException if the database cannot be reached */
        AuditLog audit(String database, String user, String password) throws IOException;
    }

    /** Asks a service for anything. */
    public interface Service {
        /**
         * @param type the media type of the body; without a body, of the answer
         * @param body null: none
         * @return the body of the answer
         * @throws IOException if the service cannot be reached or refuses
         */
        byte[] send(URI server, String key, String method, String path, String type, byte @Nullable [] body)
                throws IOException;

        /** The same, with JSON; null: no body. */
        default byte[] ask(URI server, String key, String method, String path, @Nullable String body)
                throws IOException {
            return send(
                    server,
                    key,
                    method,
                    path,
                    "application/json",
                    body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Saves what a service answers, however long it is. */
    public interface Downloads {
        /**
         * @param type the media type of the answer
         * @param file is there only when it is whole
         * @throws IOException if the service cannot be reached or refuses, or the file cannot be written
         */
        void save(URI server, String key, String path, String type, Path file) throws IOException;
    }

    /** Starts a witness of logs. */
    public interface Witnesses {
        /**
         * @param state the folder of its key and of what it has cosigned
         * @param events is told, in one sentence each, of what an operator should see
         * @return a witness that answers already
         * @throws IOException if the folder or the port cannot be used
         * @throws NotValid if the name cannot be that of a key, or a key is not that of a log
         */
        RunningWitness start(
                InetSocketAddress listen, Path state, String name, List<VerifierKey> logs, Consumer<String> events)
                throws IOException;
    }

    /**
     * A witness that answers.
     *
     * @param key checks its cosignatures
     * @param server ends it when it is closed
     */
    public record RunningWitness(VerifierKey key, InetSocketAddress address, AutoCloseable server) {}
}
