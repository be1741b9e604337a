package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.sheshim.adapter.http.problem.Problems;

/** Reads parameters of requests. */
final class Parameters {
    /** The most of anything that a list gives at once. */
    static final int MOST_ON_A_PAGE = 100;

    private Parameters() {}

    /** A misspelt condition would be no condition, and the answer more than was asked for. */
    static void refuseUnknown(UriInfo uri, List<String> known) {
        for (String parameter : uri.getQueryParameters().keySet()) {
            if (!known.contains(parameter)) {
                throw Problems.badParameter(parameter, "one of " + String.join(", ", known));
            }
        }
    }

    static long number(String name, String text, long most) {
        if (text.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw Problems.badParameter(name, "a whole number from 1 to " + most);
    }
}
