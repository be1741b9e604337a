package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say whose signatures count; one of them is given. */
final class TrustOptions {
    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description =
                    "The key of the log, which you did not get from the service itself. Repeat it for several keys.")
    private List<String> keys = List.of();

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description =
                    "A policy (C2SP tlog-policy): the keys of logs and witnesses, and how many witnesses must have cosigned.")
    private @Nullable Path policy;

    TrustPolicy read(CommandLine command) throws IOException {
        try {
            return policy == null
                    ? TrustPolicy.of(keys.stream().map(VerifierKey::parse).toList())
                    : TrustPolicy.parse(NamedFile.bytes(policy));
        } catch (NotValid wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()));
        }
    }
}
