package kz.sheshim.adapter.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;

/** Fetches the files of a revision from the service that stores them. */
public final class RevisionClient {
    private final ServiceClient service;

    public RevisionClient(ServiceClient service) {
        this.service = service;
    }

    /**
     * @param server address of the service, such as {@code http://localhost:8080}
     * @param key an API key
     * @throws IOException if the service does not answer or does not store the revision; the message says which
     */
    public List<PolicyFile> files(URI server, String key, Revision revision) throws IOException {
        return unpack(service.send(server, key, "GET", "/api/v1/revisions/" + revision + "/files", "", null));
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
