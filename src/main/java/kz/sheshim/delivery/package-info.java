/**
 * The outbox: tells systems outside of the actions of verdicts, and of what happens to the law. An {@link kz.sheshim.delivery.Event} tells of one action, one
 * step of a draft or one publication; a {@link kz.sheshim.delivery.Delivery} is that event on its way to one destination. The REST API and the settings call a delivery a "hand-over".
 *
 * <p>Plain Java. May depend on {@code log}, {@code access} and {@code policy}.
 */
@NullMarked
package kz.sheshim.delivery;

import org.jspecify.annotations.NullMarked;
