package kz.sheshim.adapter.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.ruleset.PolicyFile;
import kz.sheshim.ruleset.Revision;

/** Fetches the files of a revision from the service that keeps them. */
public final class RevisionClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RevisionClient() {}

    /**
     * @param server where the service listens: {@code http://localhost:8080}
     * @throws IOException if the service cannot be asked or does not keep the revision; the message says which
     */
    public static List<PolicyFile> files(URI server, Revision revision) throws IOException {
        URI address = server.resolve("/api/v1/revisions/" + revision + "/files");
        try {
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answers " + answer.statusCode()
                        + (answer.statusCode() == 404 ? ": no decision was made by that revision" : ""));
            }
            return unpack(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + address);
        } catch (IllegalArgumentException notHttp) {
            throw new IOException(server + " is no address of a service: " + notHttp.getMessage(), notHttp);
        }
    }

    private static List<PolicyFile> unpack(byte[] archive) throws IOException {
        List<PolicyFile> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(new PolicyFile(entry.getName(), zip.readAllBytes()));
            }
        }
        return files;
    }
}
