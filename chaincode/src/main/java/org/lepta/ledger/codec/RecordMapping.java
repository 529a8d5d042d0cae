package org.lepta.ledger.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.function.Function;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * How records stand in JSON: component names as keys, absent values and empty lists left out,
 * amounts, units and hashes as strings, enum constants as words, bodies told apart by {@code kind}.
 */
final class RecordMapping {

  private RecordMapping() {}

  static JsonMapper newMapper() {
    return JsonMapper.builder()
        .addModule(values())
        .addMixIn(Body.class, KindProperty.class)
        .addMixIn(Words.class, Word.class)
        .registerSubtypes(
            Arrays.stream(Kind.values())
                .map(kind -> new NamedType(kind.type(), kind.label()))
                .toArray(NamedType[]::new))
        .changeDefaultPropertyInclusion(include ->
            include
                .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                .withContentInclusion(JsonInclude.Include.NON_NULL))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .build();
  }

  private static SimpleModule values() {
    return new SimpleModule("lepta")
        .addSerializer(Amount.class, ToStringSerializer.instance)
        .addSerializer(Unit.class, ToStringSerializer.instance)
        .addSerializer(Hash.class, ToStringSerializer.instance)
        .addDeserializer(Amount.class, new FromText<>(Amount.class, Amount::parse))
        .addDeserializer(Unit.class, new FromText<>(Unit.class, Unit::new))
        .addDeserializer(Hash.class, new FromText<>(Hash.class, Hash::new));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface KindProperty {}

  private interface Word {
    @JsonValue
    String word();
  }

  /** Reads a value type from its one spelling. */
  private static final class FromText<T> extends StdScalarDeserializer<T> {

    private final Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw MismatchedInputException.from(parser, _valueClass, "a string is expected");
      }
      try {
        return parse.apply(parser.getString());
      } catch (IllegalArgumentException e) {
        throw MismatchedInputException.from(parser, _valueClass, String.valueOf(e.getMessage()));
      }
    }
  }
}
