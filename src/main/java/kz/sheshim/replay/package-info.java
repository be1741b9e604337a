/** Decides recorded applications again and compares. Plain Java; depends on {@code publication} and {@code log}. */
@NullMarked
package kz.sheshim.replay;

import org.jspecify.annotations.NullMarked;
