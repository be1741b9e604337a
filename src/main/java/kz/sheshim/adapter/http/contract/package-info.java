/** The OpenAPI document and the JSON Schema of applications. Uses no other package of {@code http}. */
@NullMarked
package kz.sheshim.adapter.http.contract;

import org.jspecify.annotations.NullMarked;
