/**
 * Files that the log keeps outside the database: its private key, and the newest checkpoint that the service has seen. May depend on {@code log} and
 * {@code log.tree}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.logfolder;

import org.jspecify.annotations.NullMarked;
