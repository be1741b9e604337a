/** Who calls, how often, and how much at once: everything that is found out before a body is read. May use {@code http.problem}. */
@NullMarked
package kz.sheshim.adapter.http.edge;

import org.jspecify.annotations.NullMarked;
