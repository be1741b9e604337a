package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the service about drafts, and prints what it answers. */
record DraftCalls(Calls calls, PrintWriter out) {
    static final String PATH = "/api/v1/drafts";

    DraftCalls(Toolbox tool, ServerOptions server, PrintWriter out) {
        this(new Calls(tool, server), out);
    }

    /**
     * The address of a draft.
     *
     * @throws IOException if nothing can have this id
     */
    static String address(String id) throws IOException {
        return Calls.address(PATH, "draft", id);
    }

    Map<?, ?> ask(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        return calls.ask(method, path, body);
    }

    /** All drafts, the newest first. */
    List<Map<?, ?>> drafts() throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Map<?, ?> page = ask("GET", PATH + "?limit=100" + next, null);
            if (page.get("drafts") instanceof List<?> drafts) {
                drafts.forEach(draft -> all.add((Map<?, ?>) draft));
            }
            next = page.get("next") == null ? null : "&after=" + page.get("next");
        }
        return all;
    }

    /** Does a step of a draft, and prints the draft. */
    void step(String id, String step, Map<String, ?> body) throws IOException {
        print(ask("POST", address(id) + "/" + step, body));
    }

    /** Prints a draft, and what can be done with it. */
    void print(Map<?, ?> draft) throws IOException {
        DraftLines lines = lines(draft);
        lines.print();
        lines.printNext(false);
    }

    /** @throws IOException if an answer is no draft */
    DraftLines lines(Map<?, ?> draft) throws IOException {
        if (draft.get("id") == null) {
            throw calls.notSheshim();
        }
        return new DraftLines(draft, out);
    }

    /** Prints findings; true if one of them is an error. */
    boolean printFindings(@Nullable Object findings) {
        if (!(findings instanceof List<?> list)) {
            return false;
        }
        list.stream()
                .map(each -> (Map<?, ?>) each)
                .forEach(each ->
                        out.println(each.get("place") + ": " + each.get("severity") + ": " + each.get("message")));
        return list.stream().anyMatch(each -> "error".equals(((Map<?, ?>) each).get("severity")));
    }
}
