/** The facts of one application, each known, absent or unknown, and the strict reader that makes them from JSON. */
@NullMarked
package kz.sheshim.facts;

import org.jspecify.annotations.NullMarked;
