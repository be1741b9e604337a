/**
 * Sends events as CloudEvents 1.0 over HTTP, signed as Standard Webhooks says. May depend on {@code delivery} and on the libraries for CloudEvents and Standard
 * Webhooks, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.webhook;

import org.jspecify.annotations.NullMarked;
