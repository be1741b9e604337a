package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as: it refuses root. For root its programs run in a user namespace without root, or where namespaces are
 * forbidden (many containers) as user 65534, commonly called nobody.
 *
 * @param prefix what to write before a command
 * @param uid who must own the files of the server; -1: nothing to do about it
 */
record ServerUser(List<String> prefix, int uid) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static ServerUser find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(List.of(), -1);
        }
        if (leavesRoot(NAMESPACE)) {
            return new ServerUser(NAMESPACE, 0);
        }
        if (leavesRoot(AS_NOBODY)) {
            return new ServerUser(AS_NOBODY, NOBODY);
        }
        throw new EmbeddedServerFailed("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " start the service as an ordinary user, or give it a database in quarkus.datasource.jdbc.url");
    }

    /** Gives the file, or the folder with all in it, to the user. */
    void own(Path tree) throws IOException {
        if (uid < 0) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                if (!Integer.valueOf(uid).equals(Files.getAttribute(path, "unix:uid"))) {
                    Files.setAttribute(path, "unix:uid", uid);
                }
            }
        }
    }

    private static boolean leavesRoot(List<String> prefix) {
        try {
            Program.Result result = Program.run(prefix, List.of("id", "-u"));
            return result.succeeded() && !result.output().strip().equals("0");
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
