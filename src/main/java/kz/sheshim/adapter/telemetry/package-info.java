/**
 * What operators see of the service: metrics (Micrometer), traces (OpenTelemetry), and redaction, which keeps everything that an application says out of
 * logs and traces.
 *
 * <p>May depend on the ports that it measures ({@code publication}, {@code log}, {@code delivery}), and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
