package kz.sheshim.adapter.drools;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The constructor and the accessors of a type that was declared to Drools. */
final class Accessors {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Class<?> type;
    private final MethodHandle constructor;

    Accessors(Class<?> type) {
        this.type = type;
        try {
            constructor = LOOKUP.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a declared type cannot be used: " + type, e);
        }
    }

    Object newInstance() {
        try {
            return (Object) constructor.invokeExact();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Writes a member that is an object. */
    final class Member {
        private final MethodHandle setter;
        private final MethodHandle getter;

        Member(String name) {
            setter = method("set" + name, 1).asType(MethodType.methodType(void.class, Object.class, Object.class));
            getter = method("get" + name, 0).asType(MethodType.methodType(Object.class, Object.class));
        }

        void set(Object object, @Nullable Object value) {
            try {
                setter.invokeExact(object, value);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        @Nullable
        Object get(Object object) {
            try {
                return (Object) getter.invokeExact(object);
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }

    /** Writes a member that is a boolean. */
    final class Flag {
        private final MethodHandle setter;

        Flag(String name) {
            setter = method("set" + name, 1).asType(MethodType.methodType(void.class, Object.class, boolean.class));
        }

        void set(Object object, boolean value) {
            try {
                setter.invokeExact(object, value);
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }

    /** Writes a member that is a whole number. */
    final class Number {
        private final MethodHandle setter;

        Number(String name) {
            setter = method("set" + name, 1).asType(MethodType.methodType(void.class, Object.class, long.class));
        }

        void set(Object object, long value) {
            try {
                setter.invokeExact(object, value);
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }

    private MethodHandle method(String accessor, int parameters) {
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == parameters
                    && method.getName().toLowerCase(Locale.ROOT).equals(accessor.toLowerCase(Locale.ROOT))) {
                try {
                    return LOOKUP.unreflect(method);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a declared type cannot be used: " + method, e);
                }
            }
        }
        throw new IllegalStateException("a declared type lacks an accessor: " + type + " " + accessor);
    }

    private static RuntimeException failed(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a declared type cannot be used", cause);
    }
}
