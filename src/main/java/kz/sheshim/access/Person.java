package kz.sheshim.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody whom an OpenID provider has signed in, as the provider described them then.
 *
 * @param subject what the provider calls them, and gives to nobody else
 * @param name what people call them
 */
public record Person(String subject, String name, Set<Role> roles) implements SignedIn {

    public Person {
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        roles = Collections.unmodifiableSet(given);
    }
}
