package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.sheshim.adapter.http.edge.DeskPages;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/**
 * A form that was refused, with what was typed, to be corrected and sent again.
 *
 * @param address where it is sent
 * @param sendable whether it makes sense to send it again
 * @param files whether it had files, which a browser does not send again
 * @param back the page that it stands on; empty: that is not known
 * @param draft the page of the draft that it is about; empty: none
 */
public record RefusedForm(
        String address, boolean post, boolean sendable, boolean files, List<Input> inputs, String back, String draft) {
    private static final Set<Integer> REFUSED = Set.of(400, 409, 412, 413, 415, 422, 429, 503);
    private static final Set<String> TYPED = Set.of("text", "title", "reason", "at");
    private static final String DRAFTS = DeskPages.PATH + "/drafts/";
    private static final int LINE = 60;

    /** Of the form. @param label of what a person typed; empty: the form says it itself @param wrong whether it is refused for this */
    public record Input(String name, String text, String label, boolean wrong) {
        public boolean isLong() {
            return name.equals("text") || name.equals("reason") || text.length() > LINE || text.contains("\n");
        }
    }

    /** @param form what was sent; null: what is asked is in the address */
    static @Nullable RefusedForm of(
            HttpServerRequest request, String path, @Nullable FormData form, HttpProblem problem, FieldLabels labels) {
        if (!REFUSED.contains(problem.getStatusCode()) || path.startsWith(DeskPages.SIGN_IN)) {
            return null;
        }
        String wrong = String.valueOf(problem.getParameters().get("parameter"));
        List<Input> inputs = new ArrayList<>();
        boolean post = !request.method().name().equals("GET");
        boolean files = false;
        if (form != null) {
            for (String name : form) {
                for (FormValue value : form.get(name)) {
                    files |= value.isFileItem();
                    if (!value.isFileItem()) {
                        inputs.add(input(name, value.getValue(), wrong, labels));
                    }
                }
            }
        } else if (!post) {
            request.params().forEach(each -> inputs.add(input(each.getKey(), each.getValue(), wrong, labels)));
        }
        markFilled(inputs);
        String draft = path.matches(DRAFTS + "[0-9a-f-]{36}(/.*)?") ? path.substring(0, DRAFTS.length() + 36) : "";
        return new RefusedForm(
                path,
                post,
                !files
                        && !inputs.isEmpty()
                        && !String.valueOf(problem.getType()).endsWith("draft-other-version"),
                files,
                inputs,
                back(request),
                draft);
    }

    private static Input input(String name, String text, String wrong, FieldLabels labels) {
        boolean isWrong = name.equals(wrong);
        boolean shown = isWrong || TYPED.contains(name);
        return new Input(name, text, shown ? labels.label(name).orElse(name) : "", isWrong);
    }

    /** Of several fields of one name that is refused those are meant that are filled in. */
    private static void markFilled(List<Input> inputs) {
        if (inputs.stream().anyMatch(input -> input.wrong && !input.text.isEmpty())) {
            inputs.replaceAll(
                    input -> input.wrong && input.text.isEmpty() ? new Input(input.name, "", "", false) : input);
        }
    }

    /** The page of the desk that the browser came from. */
    private static String back(HttpServerRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "";
        }
        try {
            URI page = URI.create(referer);
            String path = page.getRawPath();
            return DeskPages.isOne(path) ? path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()) : "";
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
