package kz.sheshim.adapter.drools;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes that rules can name. Drools asks for a class by every name that an expression might mean
 * ({@code java.lang.application}, {@code sheshim.rules.Collections}), and a class path looks into each of its archives
 * before it says no; this says no at once where it is known.
 */
final class ClassesForRules extends ClassLoader {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    /** Names that the class path does not have, of all revisions compiled so far. */
    static final class Unknown {
        private static final int MAX_NAMES = 10_000;

        private final Set<String> names = ConcurrentHashMap.newKeySet();

        private boolean has(String name) {
            return names.contains(name);
        }

        private void add(String name) {
            if (names.size() < MAX_NAMES) {
                names.add(name);
            }
        }
    }

    private final Unknown unknown;

    ClassesForRules(ClassLoader parent, Unknown unknown) {
        super(parent);
        this.unknown = unknown;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return PLATFORM.loadClass(name);
        }
        if (name.indexOf('.') < 0 || declared(name) || unknown.has(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            unknown.add(name);
            throw e;
        }
    }

    /** Declared types are classes of the rule base, which it finds itself; it asks for them below every import too. */
    private static boolean declared(String name) {
        return name.replace('$', '.').contains(DeclaredTypes.PACKAGE + ".");
    }
}
