/**
 * Decides recorded applications again, many at a time: what a draft would change in them, and whether each verdict is still the same. Also long runs of
 * any kind, which outlive the service that began them. May depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.bulk;

import org.jspecify.annotations.NullMarked;
