/**
 * Stores drafts with Hibernate ORM, in a connection pool of its own: what people edit cannot take connections from the record. Entities stay in this package.
 * May depend on {@code publication} and what that depends on, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.panache;

import org.jspecify.annotations.NullMarked;
