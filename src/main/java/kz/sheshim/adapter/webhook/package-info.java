/**
 * Delivers events as CloudEvents 1.0 over HTTP, signed by the scheme of Standard Webhooks. May depend on the ports of {@code handover}.
 */
@NullMarked
package kz.sheshim.adapter.webhook;

import org.jspecify.annotations.NullMarked;
