package dev.rackside.row;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a draft record apart and puts one together, by the names of its components. */
public final class DraftRecord<D extends Record> {

    private final Map<String, RecordComponent> components = new LinkedHashMap<>();
    private final Constructor<D> constructor;

    public DraftRecord(Class<D> type) {
        for (var component : type.getRecordComponents()) {
            components.put(component.getName(), component);
        }
        try {
            constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(type.getName(), impossible);
        }
    }

    /** The names, in the record's order. */
    public Iterable<String> names() {
        return components.keySet();
    }

    public Class<?> typeOf(String component) {
        return named(component).getType();
    }

    public boolean nullable(String component) {
        return named(component).getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    public Map<String, @Nullable Object> values(D draft) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        components.forEach((name, component) -> {
            try {
                values.put(name, component.getAccessor().invoke(draft));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("Can't read " + name, broken);
            }
        });
        return values;
    }

    /** Made as the record makes itself; what its constructor throws is thrown. */
    public D make(Map<String, @Nullable Object> values) {
        try {
            return constructor.newInstance(components.keySet().stream().map(values::get).toArray());
        } catch (java.lang.reflect.InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException own ? own : new IllegalStateException(thrown);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Can't make a draft", broken);
        }
    }

    private RecordComponent named(String component) {
        var found = components.get(component);
        if (found == null) {
            throw new IllegalArgumentException("The draft has no component " + component);
        }
        return found;
    }
}
