package org.lepta.ledger.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one record type stands in JSON: component names as keys, absent values and empty lists left
 * out. Read in one pass without leniency, so that what was read encodes to the same bytes.
 * Immutable; one per type.
 */
final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final MethodHandle constructor;
  private final List<Field> fields;
  private final List<Field> inKeyOrder;

  /** A value read from some fields of an object, and how many fields those were. */
  record Part(Object value, int fields) {}

  /** One component, and where its value goes. */
  record Field(int index, String name, MethodHandle accessor, ValueForm form, boolean optional) {

    Field at(int place) {
      return new Field(place, name, accessor, form, optional);
    }

    /** Reads its value, or what stands for one that is left out. */
    @Nullable Object read(CanonicalReader in) {
      if (!in.takesName(name)) {
        return absent();
      }
      try {
        return form.read(in);
      } catch (CodecException e) {
        throw e.within(name);
      }
    }

    private Object read(JsonNode node) {
      try {
        return form.read(node);
      } catch (CodecException e) {
        throw e.within(name);
      }
    }

    private @Nullable Object absent() {
      if (!optional) {
        throw new CodecException(name, "missing");
      }
      return form instanceof ListForm ? List.of() : null;
    }
  }

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Field[] found = new Field[components.length];
    for (int i = 0; i < components.length; i++) {
      found[i] = field(i, components[i]);
    }
    fields = List.of(found);
    inKeyOrder = fields.stream().sorted(Comparator.comparing(Field::name)).toList();
    constructor = constructor(type, components);
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static Field field(int index, RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Field(
        index,
        component.getName(),
        accessor(component.getAccessor()),
        ValueForms.of(component.getGenericType()),
        optional || component.getType() == List.class);
  }

  private static MethodHandle accessor(Method method) {
    try {
      method.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All fields, in the order of the components. */
  List<Field> fields() {
    return fields;
  }

  /** The names of all fields, in key order. */
  List<String> names() {
    return inKeyOrder.stream().map(Field::name).toList();
  }

  /**
   * Reads a record that is the whole of an object.
   *
   * @throws CodecException naming the first field that is missing or not of its form, or unknown
   */
  Object readWhole(JsonNode node) {
    ObjectNode object = requireObject(node);
    Part part = read(object);
    requireNothingElse(object, part.fields());
    return part.value();
  }

  /**
   * Reads a record from those fields of an object that are its own.
   *
   * @throws CodecException naming the first field that is missing or not of its form
   */
  Part read(ObjectNode object) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    int present = 0;
    for (Field field : fields) {
      JsonNode node = object.get(field.name());
      if (node != null) {
        values[field.index()] = field.read(node);
        present++;
      } else {
        values[field.index()] = field.absent();
      }
    }
    return new Part(construct(values), present);
  }

  /** Reads a record that is the whole of the next object. */
  Object read(CanonicalReader in) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    in.open('{');
    for (Field field : inKeyOrder) {
      values[field.index()] = field.read(in);
    }
    in.close('}');
    return construct(values);
  }

  Object construct(@Nullable Object[] values) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the record's fields to an object. */
  void write(Record value, ObjectNode into) {
    for (Field field : inKeyOrder) {
      Object component = component(field, value);
      if (component != null && !field.form().isEmpty(component)) {
        into.set(field.name(), field.form().write(component));
      }
    }
  }

  private static @Nullable Object component(Field field, Record value) {
    try {
      return (Object) field.accessor().invokeExact((Object) value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode requireObject(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new CodecException("", "an object is expected");
  }

  /** The name of an unknown field is the sender's own text, so it is not told. */
  static void requireNothingElse(ObjectNode object, int known) {
    if (object.size() != known) {
      throw new CodecException(CodecException.UNKNOWN, "unknown field");
    }
  }
}
