package kz.sheshim.adapter.drools;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes that rules can name. Drools asks for a class by every name that an expression might mean ({@code java.lang.application}, {@code sheshim.rules.Collections}), and a class path
 * looks into each of its archives before it says no; this says no at once where it is known.
 */
final class ClassesForRules extends ClassLoader {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    ClassesForRules(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return PLATFORM.loadClass(name);
        }
        if (name.indexOf('.') < 0 || name.startsWith(DeclaredTypes.PACKAGE + ".") || unknown.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            unknown.add(name);
            throw e;
        }
    }
}
