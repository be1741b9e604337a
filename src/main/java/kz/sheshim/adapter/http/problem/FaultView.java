package kz.sheshim.adapter.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.sheshim.facts.Fault;
import org.jspecify.annotations.Nullable;

/** A fault in the list of a problem. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultView(String path, String message, @Nullable String nearest) {
    public static FaultView of(Fault fault) {
        return new FaultView(fault.path(), fault.message(), fault.nearest());
    }
}
