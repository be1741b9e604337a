/**
 * Who may do what: the {@link kz.sheshim.access.Submitter} of applications, roles and API keys. Keys are stored behind the port {@link
 * kz.sheshim.access.ApiKeyStore}.
 *
 * <p>Plain Java. May depend on {@code hash} and {@code background}.
 */
@NullMarked
package kz.sheshim.access;

import org.jspecify.annotations.NullMarked;
