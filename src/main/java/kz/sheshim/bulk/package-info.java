/**
 * Decides recorded applications again, many at a time: what a draft would change in them, and whether each verdict is still the same. Plain Java; depends on {@code engine}, {@code verdict} and {@code
 * log}.
 */
@NullMarked
package kz.sheshim.bulk;

import org.jspecify.annotations.NullMarked;
