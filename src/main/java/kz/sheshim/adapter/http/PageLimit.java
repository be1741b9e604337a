package kz.sheshim.adapter.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How many items of a list a request asks for. */
public class PageLimit {
    private static final int MAX = 100;

    @QueryParam("limit")
    @DefaultValue("20")
    @Parameter(
            description = "1 to 100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit = "20";

    int size() {
        return (int) Parameters.number("limit", limit, MAX);
    }

    /** The {@code after} of the next page; null: this page is not full, so it is the last one. */
    <T, N> @Nullable N next(List<T> page, Function<T, N> id) {
        return page.size() < size() ? null : id.apply(page.get(page.size() - 1));
    }
}
