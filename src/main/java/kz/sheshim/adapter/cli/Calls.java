package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a service, and reads the JSON that it answers. */
record Calls(Toolbox tool, ServerOptions server) {
    private static final String PLAIN_ID = "[A-Za-z0-9-]+";

    /**
     * The address of a thing in a list. All other characters than those of ids would mean something else in an address, and the list itself would answer to an
     * empty id.
     *
     * @param what a thing of the list: {@code draft}
     * @throws IOException if nothing can have this id
     */
    static String address(String list, String what, String id) throws IOException {
        if (!id.matches(PLAIN_ID)) {
            throw new IOException("There is no " + what + " " + (id.isBlank() ? "'" + id + "'" : id) + ".");
        }
        return list + "/" + id;
    }

    /** Sends JSON, or nothing. */
    Map<?, ?> ask(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        return members(tool.service()
                .ask(
                        server.address(),
                        server.key(),
                        method,
                        path,
                        body == null ? null : tool.json().apply(body)));
    }

    /** Sends an archive. */
    Map<?, ?> send(String path, byte[] archive) throws IOException {
        return members(tool.service().send(server.address(), server.key(), "POST", path, "application/zip", archive));
    }

    /** Ends something; the service answers nothing. */
    void delete(String path) throws IOException {
        tool.service().ask(server.address(), server.key(), "DELETE", path, null);
    }

    private Map<?, ?> members(byte[] answer) throws IOException {
        if (tool.parser().parse(answer).value() instanceof Map<?, ?> members) {
            return members;
        }
        throw notSheshim();
    }

    IOException notSheshim() {
        return new IOException(server.address() + " is not the address of a Sheshim service");
    }
}
