package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;

/**
 * One side of a comparison: a folder with a policy; one of its files in another state, with the rest from the policy's folder; or a
 * revision that a service has stored.
 */
record DiffSide(String argument, Path policy, ServerOptions server) {

    List<PolicyFile> files(Toolbox toolbox) throws IOException {
        if (Revision.isRevision(argument)) {
            return toolbox.revisions().files(server.address(), server.key(), new Revision(argument));
        }
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return toolbox.files(path);
        }
        byte[] bytes = toolbox.bytes(path);
        List<PolicyFile> files = new ArrayList<>();
        boolean replaced = false;
        for (PolicyFile file : toolbox.files(policy)) {
            boolean same = Path.of(file.path()).getFileName().equals(path.getFileName());
            files.add(same ? new PolicyFile(file.path(), bytes) : file);
            replaced |= same;
        }
        if (!replaced) {
            throw new IOException(argument + " does not have the name of a file of the policy in " + policy
                    + ". Give the file the name of the one that it replaces.");
        }
        return files;
    }
}
