/**
 * Erases case files: by order of an archivist, by the retention rules of the policy, and again after a database was restored.
 *
 * <p>Plain Java. May depend on {@code log}, {@code policy}, {@code vocabulary}, {@code facts}, {@code access} and
 * {@code background}.
 */
@NullMarked
package kz.sheshim.erasure;

import org.jspecify.annotations.NullMarked;
