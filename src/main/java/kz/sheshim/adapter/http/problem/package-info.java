/** Errors as problems (RFC 9457). Uses no other package of {@code http}. */
@NullMarked
package kz.sheshim.adapter.http.problem;

import org.jspecify.annotations.NullMarked;
