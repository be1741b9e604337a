/**
 * Lets one service of all deliver to a destination, or apply the retention rules, with db-scheduler; and another service if that one dies.
 *
 * <p>The only package that may use {@code com.github.kagkarlsson}. May depend on {@code delivery}, {@code erasure} and {@code log}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.scheduler;

import org.jspecify.annotations.NullMarked;
