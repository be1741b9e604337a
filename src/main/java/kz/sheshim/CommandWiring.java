package kz.sheshim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.adapter.cli.SheshimCommand;
import kz.sheshim.adapter.cli.Toolbox;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.logfolder.FileWitnessState;
import kz.sheshim.adapter.logfolder.KeyFile;
import kz.sheshim.adapter.logfolder.LogFolderFailed;
import kz.sheshim.adapter.postgres.PostgresDatabase;
import kz.sheshim.adapter.remote.RevisionClient;
import kz.sheshim.adapter.remote.ServiceClient;
import kz.sheshim.adapter.witness.WitnessServer;
import kz.sheshim.adapter.xlsx.StarterPolicy;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.background.Callers;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.workbook.Limits;
import picocli.CommandLine;

/** Builds the command line, which needs no container and no database. */
final class CommandWiring {
    private CommandWiring() {}

    static CommandLine commandLine(Clock clock) {
        WorkbookReader workbooks = new XlsxReader();
        Limits limits = CommandSettings.workbook().limits();
        PolicyCompiler compiler = PolicyTools.compiler(limits, null);
        JsonParser parser = new JacksonParser();
        ServiceClient service = new ServiceClient(parser);
        return SheshimCommand.commandLine(new Toolbox(
                new PolicyCheck(compiler, PolicyTools.analysis(), clock),
                PolicyTools.comparison(),
                compiler,
                workbooks,
                parser,
                new JacksonVerdictCodec(),
                folder -> new FolderPolicySource(folder, limits),
                StarterPolicy::named,
                limits,
                new RevisionClient(service)::files,
                service::send,
                service::save,
                (listen, state, name, logs, events) -> witness(listen, state, name, logs, clock, events),
                (database, user, password) ->
                        LogWiring.auditLog(PostgresDatabase.at(database, user, password), compiler, new Callers()),
                JacksonWriter::write));
    }

    private static Toolbox.RunningWitness witness(
            InetSocketAddress listen,
            Path state,
            String name,
            List<VerifierKey> logs,
            Clock clock,
            Consumer<String> events)
            throws IOException {
        try {
            Cosigner cosigner = new Cosigner(name, Signer.of(KeyFile.readOrCreate(state.resolve("key.pem"))));
            FileWitnessState held = new FileWitnessState(state);
            try {
                WitnessServer server = new WitnessServer(listen, held, cosigner, logs, clock, events);
                return new Toolbox.RunningWitness(cosigner.key(), server.address(), () -> {
                    server.close();
                    held.close();
                });
            } catch (IOException failed) {
                held.close();
                throw failed;
            }
        } catch (LogFolderFailed e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
