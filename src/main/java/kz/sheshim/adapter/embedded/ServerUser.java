package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as. PostgreSQL refuses to run as root. If the service runs as root, the programs run in a user namespace without root; where
 * namespaces are forbidden, as in many containers, they run as user 65534, usually called nobody.
 *
 * @param prefix words to put before a command
 * @param uid user id that must own the files of the server; -1: leave the owner unchanged
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
        if (dropsRoot(NAMESPACE)) {
            return new ServerUser(NAMESPACE, 0);
        }
        if (dropsRoot(AS_NOBODY)) {
            return new ServerUser(AS_NOBODY, NOBODY);
        }
        throw new EmbeddedServerFailed("PostgreSQL does not run as root, and neither unshare nor setpriv works here."
                + " Start the service as an ordinary user, or set quarkus.datasource.jdbc.url to a database.");
    }

    /** Makes the user the owner of the file, or of the folder and everything in it. */
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

    private static boolean dropsRoot(List<String> prefix) {
        try {
            Program.Result result = Program.run(prefix, List.of("id", "-u"));
            return result.succeeded() && !result.output().strip().equals("0");
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
