/**
 * Files of the log outside the database: its private key, the newest checkpoint and the erasures that the service has seen; and the state of a witness. May
 * depend on {@code log} and {@code log.tree}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.logfolder;

import org.jspecify.annotations.NullMarked;
