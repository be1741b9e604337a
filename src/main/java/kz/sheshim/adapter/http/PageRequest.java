package kz.sheshim.adapter.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list, newest first, a request asks for. */
public class PageRequest {
    @QueryParam("after")
    @Parameter(
            description = "The member next of the previous page",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("20")
    @Parameter(
            description = "1 to 100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit = "20";

    /** Only items with a smaller number; null: from the newest. */
    @Nullable
    Long before() {
        return after == null ? null : Parameters.number("after", after, Long.MAX_VALUE);
    }

    int size() {
        return (int) Parameters.number("limit", limit, Parameters.MAX_PAGE);
    }
}
