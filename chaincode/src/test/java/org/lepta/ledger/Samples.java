package org.lepta.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Source;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * One entry of each kind with every field filled, and one with only what must be there; built from
 * the records themselves, so that no new field is forgotten.
 */
public final class Samples {

  public static final Unit GBP = new Unit("GBP");

  private static final Map<String, Object> BY_NAME =
      Map.ofEntries(
          Map.entry("fund", "XM-LEPTA-1/school"),
          Map.entry("toFund", "XM-LEPTA-2/books"),
          Map.entry("fromFund", "XM-LEPTA-3/appeal"),
          Map.entry("owner", "XM-LEPTA-1"),
          Map.entry("organisation", "XM-LEPTA-1"),
          Map.entry("statedBy", "XM-LEPTA-1"),
          Map.entry("of", "disbursement:d-0001"),
          Map.entry("position", "grants[17]"),
          Map.entry("role", "title"),
          Map.entry("rate", "0.9"),
          Map.entry("msp", "OneMSP"),
          Map.entry("channel", "lepta-test"),
          Map.entry("vkey", "log.example+6b6b8a8d+AQIDBA=="),
          Map.entry("replaces", "log.example+0a0b0c0d+BQYHCA=="),
          Map.entry("publicKey", PublicKeySample.SPKI),
          Map.entry("runningCostShare", Amount.parse("12.5")),
          Map.entry("boughtUnit", new Unit("EUR")));

  private Samples() {}

  /** An entry with every field of its kind filled, and one source and one party of each form. */
  public static Entry full(Kind kind) {
    return new Entry(header(kind, true), body(kind, true));
  }

  /** The same with the fields that came with the second version. */
  public static Entry fullSecond(Kind kind) {
    Entry first = full(kind);
    return kind == Kind.GENESIS
        ? new Entry(first.header(), (Genesis) record(Genesis.class, true))
        : new Entry(first.header().movedFrom(41L), first.body());
  }

  /** An entry with only what must be there. */
  public static Entry minimal(Kind kind) {
    return new Entry(header(kind, false), body(kind, false));
  }

  private static Header header(Kind kind, boolean full) {
    Header header = (Header) record(Header.class, full);
    String id = kind == Kind.GENESIS ? "lepta-test" : kind.label() + "-0001";
    Header named = Header.of(id, header.statedBy());
    return full
        ? named
            .happened(header.happenedOn())
            .decided(header.decidedOn())
            .booked(header.bookedOn())
            .by(header.actor())
            .from(header.source())
            .with(header.texts())
            .proven(header.evidence())
        : named;
  }

  /** The body of a kind. */
  public static Body body(Kind kind, boolean full) {
    if (kind == Kind.CORRECTION) {
      return correction(Kind.DONATION, full);
    }
    Record body = record(kind.type(), full);
    return body instanceof Genesis g ? firstVersion(g) : (Body) body;
  }

  private static Genesis firstVersion(Genesis g) {
    return new Genesis(
        g.channel(),
        g.genesisBlock(),
        g.leafVersion(),
        g.rulesVersion(),
        g.organisation(),
        g.msp(),
        g.chaincode(),
        null,
        null,
        null);
  }

  /** A correction of an entry of some kind. */
  public static Correction correction(Kind target, boolean full) {
    return new Correction(
        full ? target.label() + "-0001" : null, "typing-error", (Flow) record(target.type(), full));
  }

  private static Record record(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean optional =
          components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
              || components[i].getType() == List.class;
      values[i] = optional && !full ? null : value(components[i]);
    }
    return make(type, components, values);
  }

  private static Record make(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return (Record) canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component) {
    String name = component.getName();
    Object named = BY_NAME.get(name);
    return named != null && component.getType().isInstance(named)
        ? named
        : value(name, component.getGenericType());
  }

  private static Object value(String name, Type type) {
    if (type instanceof ParameterizedType list) {
      return list(name, list.getActualTypeArguments()[0]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain == Party.class) {
      return name.equals("donor") ? Party.person(hash(name)) : Party.organisation("XM-LEPTA-2");
    }
    if (plain == Source.class) {
      return new Source(hash(name), null, "grants[17]");
    }
    return plain.isRecord() && !isScalar(plain) ? record(plain, true) : scalar(name, plain);
  }

  private static boolean isScalar(Class<?> type) {
    return type == Amount.class || type == Unit.class || type == Hash.class;
  }

  private static Object list(String name, Type item) {
    if (item == Tranche.class) {
      return List.of(
          new Tranche(
              1,
              Amount.parse("600.5"),
              LocalDate.of(2026, 2, 1),
              List.of(
                  new Condition(ConditionType.DATE, LocalDate.of(2026, 1, 15), null),
                  new Condition(ConditionType.EVIDENCE, null, 2))),
          new Tranche(
              2,
              Amount.parse("400"),
              null,
              List.of(
                  new Condition(ConditionType.MILESTONE, null, null),
                  new Condition(ConditionType.CONFIRMATION, null, null))));
    }
    return List.of(value(name, item));
  }

  private static Object scalar(String name, Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> name + "-0001";
      case "LocalDate" -> LocalDate.of(2026, 1, name.endsWith("To") ? 31 : 5);
      case "Amount" -> Amount.parse("1000.5");
      case "Unit" -> GBP;
      case "Hash" -> hash(name);
      case "int", "Integer" -> 1;
      case "long", "Long" -> 1L;
      default -> throw new IllegalStateException("no sample for " + type);
    };
  }

  /** A hash that tells the fields apart. */
  public static Hash hash(String name) {
    return new Hash(Sha256.hex(name));
  }
}
