/** The key of the log in a device or a key management service that speaks PKCS#11. May depend on the core, and on no other adapter. */
@NullMarked
package kz.sheshim.adapter.pkcs11;

import org.jspecify.annotations.NullMarked;
