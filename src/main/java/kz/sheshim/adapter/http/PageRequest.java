package kz.sheshim.adapter.http;

import jakarta.ws.rs.QueryParam;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list of numbered items, newest first, a request asks for. */
public class PageRequest extends PageLimit {
    @QueryParam("after")
    @Parameter(
            description = "The member next of the previous page",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
    @Nullable
    String after;

    /** Only items with a smaller number; null: from the newest. */
    <N> @Nullable N before(LongFunction<N> number) {
        return after == null ? null : number.apply(Parameters.number("after", after, Long.MAX_VALUE));
    }
}
