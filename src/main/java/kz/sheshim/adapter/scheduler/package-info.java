/**
 * Runs the errands of the hand-over by db-scheduler: it finds those that are due, gives each to one service only, and to another one when that dies. May depend on
 * the ports of {@code handover}.
 */
@NullMarked
package kz.sheshim.adapter.scheduler;

import org.jspecify.annotations.NullMarked;
