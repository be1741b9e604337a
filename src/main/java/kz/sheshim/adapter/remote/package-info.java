/** A client for a running service, over HTTP; the command line uses it. May depend on {@code policy}, and on no other adapter. */
@NullMarked
package kz.sheshim.adapter.remote;

import org.jspecify.annotations.NullMarked;
