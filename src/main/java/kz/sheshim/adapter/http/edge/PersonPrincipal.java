package kz.sheshim.adapter.http.edge;

import java.security.Principal;
import kz.sheshim.access.Person;

/** Somebody whom an OpenID provider signed in at the desk. The name is the subject of their tokens, so that they are one submitter with and without a browser. */
public record PersonPrincipal(Person person) implements Principal {
    @Override
    public String getName() {
        return person.subject();
    }
}
