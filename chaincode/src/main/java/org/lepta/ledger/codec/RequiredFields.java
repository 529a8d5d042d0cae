package org.lepta.ledger.codec;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which component of a decoded record is absent although it is not marked optional. */
final class RequiredFields {

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          List<Component> found = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
              found.add(Component.of(component));
            }
          }
          return List.copyOf(found);
        }
      };

  private RequiredFields() {}

  /**
   * Requires every component that is not marked optional.
   *
   * @throws CodecException naming the first absent field, depth first
   */
  static void check(String path, Record value) {
    for (Component component : COMPONENTS.get(value.getClass())) {
      Object field = component.read(value);
      String name = path + component.name();
      if (field == null) {
        if (!component.optional()) {
          throw new CodecException(name, "missing");
        }
      } else if (field instanceof Record nested) {
        check(name + '.', nested);
      } else if (field instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof Record nested) {
            check(name + '.', nested);
          }
        }
      }
    }
  }

  private record Component(String name, Method accessor, boolean optional) {

    static Component of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return new Component(component.getName(), accessor, optional);
    }

    @Nullable Object read(Record value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
