/** Decides recorded applications again and compares. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.replay;

import org.jspecify.annotations.NullMarked;
