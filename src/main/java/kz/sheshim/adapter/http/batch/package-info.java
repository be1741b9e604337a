/** Many applications in one request, one a line. May use all other packages of {@code http} but {@code contract} and {@code health}. */
@NullMarked
package kz.sheshim.adapter.http.batch;

import org.jspecify.annotations.NullMarked;
