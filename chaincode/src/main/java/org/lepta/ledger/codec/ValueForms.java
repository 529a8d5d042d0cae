package org.lepta.ledger.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** The forms of all types that records on the ledger are made of. */
final class ValueForms {

  private static final int DATE_LENGTH = 10;

  private ValueForms() {}

  /** The form of a record component's type. */
  static ValueForm of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListForm(of(list.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalStateException("no form for " + type);
    }
    if (plain == Flow.class) {
      return new FlowForm();
    }
    if (plain == Entry.class) {
      return new EntryForm();
    }
    if (isValue(plain)) {
      return scalar(plain);
    }
    if (plain.isEnum()) {
      return words(plain);
    }
    return plain.isRecord() ? new RecordForm(RecordShape.of(plain)) : scalar(plain);
  }

  private static boolean isValue(Class<?> type) {
    return type == Amount.class
        || type == Unit.class
        || type == Hash.class
        || type == Account.class;
  }

  private static ValueForm scalar(Class<?> type) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> new IntegerForm(true);
      case "long", "java.lang.Long" -> new IntegerForm(false);
      case "boolean" -> new BooleanForm();
      case "java.lang.String" -> new TextForm(text -> text, Object::toString);
      case "java.time.LocalDate" -> new TextForm(ValueForms::date, Object::toString);
      case "org.lepta.ledger.money.Amount" -> new TextForm(Amount::parse, Object::toString);
      case "org.lepta.ledger.money.Unit" -> new TextForm(Unit::new, Object::toString);
      case "org.lepta.ledger.entry.Account" ->
          new TextForm(Account::ofLabel, account -> ((Account) account).label());
      case "org.lepta.ledger.entry.Hash" -> new TextForm(Hash::new, Object::toString);
      default -> throw new IllegalStateException("no form for " + type);
    };
  }

  private static ValueForm words(Class<?> type) {
    TreeMap<String, Object> constants = new TreeMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Words) constant).word(), constant);
    }
    return new TextForm(
        word -> {
          Object constant = constants.get(word);
          if (constant == null) {
            throw new IllegalArgumentException("unknown word");
          }
          return constant;
        },
        constant -> ((Words) constant).word());
  }

  /** Four digits of the year, two of the month, two of the day, and nothing else. */
  private static LocalDate date(String text) {
    if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new IllegalArgumentException("not a date");
    }
    try {
      return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date", e);
    }
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("not a date");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** A text, or a value written as one. */
  private record TextForm(Function<String, Object> parse, Function<Object, String> print)
      implements ValueForm {

    @Override
    public Object read(JsonNode node) {
      if (!(node instanceof StringNode)) {
        throw new CodecException("", "a string is expected");
      }
      CanonicalJson.requireText(node.stringValue());
      return value(node.stringValue());
    }

    @Override
    public Object read(CanonicalReader in) {
      return value(in.text());
    }

    private Object value(String text) {
      if (text.isEmpty()) {
        throw new CodecException("", "empty values are left out");
      }
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new CodecException("", String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public JsonNode write(Object value) {
      return StringNode.valueOf(print.apply(value));
    }

    @Override
    public boolean isEmpty(Object value) {
      return value instanceof String text && text.isEmpty();
    }
  }

  private record IntegerForm(boolean isInt) implements ValueForm {

    @Override
    public Object read(JsonNode node) {
      if (!node.isIntegralNumber() || !node.canConvertToLong()) {
        throw new CodecException("", "an integer is expected");
      }
      return value(node.longValue());
    }

    @Override
    public Object read(CanonicalReader in) {
      return value(in.integer());
    }

    private Object value(long value) {
      if (Math.abs(value) > CanonicalJson.MAX_INTEGER || (isInt && (int) value != value)) {
        throw new CodecException("", "integer out of range");
      }
      if (isInt) {
        return (int) value;
      }
      return value;
    }

    @Override
    public JsonNode write(Object value) {
      return isInt ? IntNode.valueOf((Integer) value) : LongNode.valueOf((Long) value);
    }
  }

  private record BooleanForm() implements ValueForm {

    @Override
    public Object read(JsonNode node) {
      if (!node.isBoolean()) {
        throw new CodecException("", "true or false is expected");
      }
      return node.booleanValue();
    }

    @Override
    public Object read(CanonicalReader in) {
      return in.truth();
    }

    @Override
    public JsonNode write(Object value) {
      return BooleanNode.valueOf((Boolean) value);
    }
  }
}
