package org.lepta.service.exchange.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A 360Giving grant as given. Fields that are not listed in {@link GrantReader} were not read:
 * personal and contact data never get here.
 *
 * @param index in the list of grants, from 0
 * @param readable false where something else than an object stands
 * @param values the single values by field, as written; absent for null and empty ones
 * @param lists the objects of list fields, each with its single values
 * @param individual whether the grant is to a person
 * @param asText fields of numbers that were written as texts
 * @param unknown how many fields the standard does not know
 */
record GrantRecord(
    int index,
    boolean readable,
    Map<String, String> values,
    Map<String, List<Map<String, String>>> lists,
    boolean individual,
    List<String> asText,
    int unknown) {

  @Nullable String value(String field) {
    return values.get(field);
  }

  List<Map<String, String>> list(String field) {
    return lists.getOrDefault(field, List.of());
  }

  /** A value of the first object of a list. */
  @Nullable String first(String field, String name) {
    List<Map<String, String>> objects = list(field);
    return objects.isEmpty() ? null : objects.getFirst().get(name);
  }
}
