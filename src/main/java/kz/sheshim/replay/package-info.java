/** Decides recorded applications again and compares. */
@NullMarked
package kz.sheshim.replay;

import org.jspecify.annotations.NullMarked;
