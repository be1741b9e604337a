package kz.sheshim.adapter.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that starts the server on a folder, says so, and lives until it is killed or its input ends. */
final class AnotherService {
    private AnotherService() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        System.out.println(server.jdbcUrl());
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /** Returns when its server answers. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherService.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("jdbc:")) {
                return process;
            }
        }
        throw new IOException("the other service did not start");
    }
}
