/**
 * The facts of one application, each known, absent or unknown, and the strict reader that makes them from JSON. May depend on its line of the map in the
 * README, and on those under it.
 */
@NullMarked
package kz.sheshim.facts;

import org.jspecify.annotations.NullMarked;
