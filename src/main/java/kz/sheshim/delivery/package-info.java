/**
 * The hand-over of what a verdict sets going to systems outside: which destination takes which action, when it is tried again and when it is given up, and the ports
 * of where it waits and of how it is delivered. Plain Java.
 */
@NullMarked
package kz.sheshim.delivery;

import org.jspecify.annotations.NullMarked;
