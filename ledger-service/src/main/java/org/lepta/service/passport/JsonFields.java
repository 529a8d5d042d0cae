package org.lepta.service.passport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one object strictly, and says where one is not what it should be. */
final class JsonFields {

  private final JsonNode object;
  private final String path;
  private final Set<String> read = new HashSet<>();

  private JsonFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static JsonFields of(JsonNode node, String path) throws PassportException {
    if (!node.isObject()) {
      throw malformed(path, "is no object");
    }
    return new JsonFields(node, path);
  }

  private static PassportException malformed(String path, String what) {
    return new PassportException(
        PassportCode.PASSPORT_MALFORMED, (path.isEmpty() ? "the file" : path) + ' ' + what);
  }

  /** A refusal that names a field. */
  PassportException malformed(String name) {
    return malformed(path + name, "is not of its form");
  }

  private JsonNode node(String name) throws PassportException {
    read.add(name);
    JsonNode node = object.get(name);
    if (node == null) {
      throw malformed(path + name, "is missing");
    }
    return node;
  }

  String text(String name) throws PassportException {
    JsonNode node = node(name);
    if (!node.isString()) {
      throw malformed(path + name, "is no text");
    }
    return node.asString();
  }

  /** A text, or null where null stands. */
  @Nullable String textOrNull(String name) throws PassportException {
    return node(name).isNull() ? null : text(name);
  }

  /** A text, or null where the field is left out. */
  @Nullable String textIfThere(String name) throws PassportException {
    read.add(name);
    return object.has(name) ? text(name) : null;
  }

  /** A whole number from 0. */
  long number(String name) throws PassportException {
    JsonNode node = node(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
      throw malformed(path + name, "is no whole number from 0");
    }
    return node.asLong();
  }

  boolean flag(String name) throws PassportException {
    JsonNode node = node(name);
    if (!node.isBoolean()) {
      throw malformed(path + name, "is neither true nor false");
    }
    return node.asBoolean();
  }

  JsonFields object(String name) throws PassportException {
    return of(node(name), path + name + '.');
  }

  /** An object, or null where null stands. */
  @Nullable JsonFields objectOrNull(String name) throws PassportException {
    return node(name).isNull() ? null : object(name);
  }

  List<JsonFields> objects(String name) throws PassportException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : list(name)) {
      objects.add(of(element, path + name + '[' + objects.size() + "]."));
    }
    return objects;
  }

  List<String> texts(String name) throws PassportException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isString()) {
        throw malformed(path + name + '[' + texts.size() + ']', "is no text");
      }
      texts.add(element.asString());
    }
    return texts;
  }

  private JsonNode list(String name) throws PassportException {
    JsonNode node = node(name);
    if (!node.isArray()) {
      throw malformed(path + name, "is no list");
    }
    return node;
  }

  /** Requires that there is nothing that was not read. */
  void requireNothingElse() throws PassportException {
    for (String name : object.propertyNames()) {
      if (!read.contains(name)) {
        throw malformed(path + name, "does not belong there");
      }
    }
  }
}
