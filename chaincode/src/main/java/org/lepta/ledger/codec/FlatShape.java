package org.lepta.ledger.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.RecordShape.Field;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;

/**
 * How the records of one kind stand in one object, with its label. Knows all fields in key order,
 * so that canonical bytes are read in one pass. Immutable; one per kind.
 */
final class FlatShape {

  private static final ClassValue<FlatShape> ENTRIES =
      new ClassValue<>() {
        @Override
        protected FlatShape computeValue(Class<?> type) {
          return new FlatShape(RecordShape.of(Header.class), RecordShape.of(type));
        }
      };

  private static final ClassValue<FlatShape> BODIES =
      new ClassValue<>() {
        @Override
        protected FlatShape computeValue(Class<?> type) {
          return new FlatShape(RecordShape.of(type));
        }
      };

  private final List<RecordShape> parts;
  private final List<Field> beforeKind = new ArrayList<>();
  private final List<Field> behindKind = new ArrayList<>();

  private FlatShape(RecordShape... parts) {
    this.parts = List.of(parts);
    int place = 0;
    for (RecordShape part : parts) {
      for (Field field : part.fields()) {
        boolean before = field.name().compareTo(EntryCodec.KIND) < 0;
        (before ? beforeKind : behindKind).add(field.at(place++));
      }
    }
    beforeKind.sort(Comparator.comparing(Field::name));
    behindKind.sort(Comparator.comparing(Field::name));
  }

  /** The header and the body of an entry. */
  static FlatShape ofEntry(Kind kind) {
    return ENTRIES.get(kind.type());
  }

  /** A body alone. */
  static FlatShape ofBody(Kind kind) {
    return BODIES.get(kind.type());
  }

  /** Reads the records that are the whole of the next object, whose kind was looked up before. */
  List<Object> read(CanonicalReader in) {
    @Nullable Object[] values = new @Nullable Object[beforeKind.size() + behindKind.size()];
    in.open('{');
    readAll(beforeKind, in, values);
    in.skipText(EntryCodec.KIND);
    readAll(behindKind, in, values);
    in.close('}');
    return construct(values);
  }

  private static void readAll(List<Field> fields, CanonicalReader in, @Nullable Object[] values) {
    for (Field field : fields) {
      values[field.index()] = field.read(in);
    }
  }

  private List<Object> construct(@Nullable Object[] values) {
    List<Object> records = new ArrayList<>(parts.size());
    int from = 0;
    for (RecordShape part : parts) {
      int to = from + part.fields().size();
      records.add(part.construct(Arrays.copyOfRange(values, from, to)));
      from = to;
    }
    return records;
  }
}
