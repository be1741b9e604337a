/** Asks a running service, over HTTP, for what it keeps. */
@NullMarked
package kz.sheshim.adapter.remote;

import org.jspecify.annotations.NullMarked;
