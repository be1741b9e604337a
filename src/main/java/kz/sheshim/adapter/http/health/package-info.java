/** Whether the service is ready. May use {@code http.problem}. */
@NullMarked
package kz.sheshim.adapter.http.health;

import org.jspecify.annotations.NullMarked;
