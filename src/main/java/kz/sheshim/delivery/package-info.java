/**
 * The outbox: delivers the actions of verdicts to systems outside. An {@link kz.sheshim.delivery.Event} tells one destination of one action; a {@link
 * kz.sheshim.delivery.Delivery} is that event on its way; a {@link kz.sheshim.delivery.DeliveryTask} is the scheduled work. The REST API and the settings
 * call a delivery a "hand-over".
 *
 * <p>Plain Java. May depend on {@code log}, {@code access} and {@code policy}.
 */
@NullMarked
package kz.sheshim.delivery;

import org.jspecify.annotations.NullMarked;
