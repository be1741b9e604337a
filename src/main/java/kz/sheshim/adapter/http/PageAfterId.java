package kz.sheshim.adapter.http;

import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list of items with ids, newest first, a request asks for. */
public class PageAfterId extends PageLimit {
    @QueryParam("after")
    @Parameter(
            description = "The member next of the previous page",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String after;

    /** Only items after this one; null: from the newest. */
    <N> @Nullable N after(Function<String, N> id) {
        return after == null ? null : id.apply(after);
    }
}
