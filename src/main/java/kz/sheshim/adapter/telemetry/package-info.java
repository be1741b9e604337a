/**
 * What those who look after the service see of it: metrics (Micrometer), traces (OpenTelemetry), and logs that keep quiet about applications. Knows the core's port
 * for it, and no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
