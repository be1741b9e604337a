/**
 * Work that is repeated in a thread of its own as long as the service runs, and the callers that work in the background lets go first. Plain Java. May
 * depend on no other package.
 */
@NullMarked
package kz.sheshim.background;

import org.jspecify.annotations.NullMarked;
