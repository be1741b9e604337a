package kz.sheshim.access;

import java.util.Set;

/** Who works in a browser: whoever has the key, or a person whom an OpenID provider knows. */
public sealed interface SignedIn permits ApiKey, Person {
    Set<Role> roles();
}
