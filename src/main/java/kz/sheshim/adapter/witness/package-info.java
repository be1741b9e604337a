/**
 * A witness of logs over HTTP (C2SP tlog-witness): the server of {@code sheshim witness}, and the client that a log calls witnesses with.
 * May depend on {@code log.tree}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.witness;

import org.jspecify.annotations.NullMarked;
