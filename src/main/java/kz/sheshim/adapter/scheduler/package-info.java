/**
 * Runs delivery tasks and the retention rules with db-scheduler. It finds the tasks that are due, gives each to one service only, and gives it to another service if that one dies.
 *
 * <p>The only package that may use {@code com.github.kagkarlsson}. May depend on {@code delivery}, {@code erasure} and {@code log}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.scheduler;

import org.jspecify.annotations.NullMarked;
