/**
 * The JSON of decisions and verdicts, as records that Jackson writes and reads: one form for whoever asks (the REST interface
 * and the command line) and one for the decision log. They stand here because adapters do not know each other, and are
 * annotated records because the OpenAPI document is made from them. May depend on the core, and on annotations of Jackson
 * and OpenAPI only.
 */
@NullMarked
package kz.sheshim.json;

import org.jspecify.annotations.NullMarked;
