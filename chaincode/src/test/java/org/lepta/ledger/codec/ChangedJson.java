package org.lepta.ledger.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** JSON with one thing changed, in its bytes or in its tree; sometimes that changes nothing. */
final class ChangedJson {

  private static final byte[] CHARACTERS =
      "{}[]\",:\\u0009-+.eE tfn/*'\ufeff".getBytes(StandardCharsets.UTF_8);

  private static final String[] TOKENS =
      ("0 - 1 .0 e0 \\ \\\" \\/ \\u0041 \\n é \ufeff \ud83d\ude00 \u007f \u0001 , : \" { } [ ] [] {}"
              + " null true \"\" \"a\":1, ,\"zz\":1 \"v\":1 \"kind\":\"fund\",")
          .split(" ", -1);

  private static final String[] VALUES =
      ("null true false 0 -1 -0 07 7 1.5 1e1 2147483648 -2147483649 999999999999999"
              + " -999999999999999 1000000000000000 9223372036854775808 \"\" \"a\" \"1\" \"EUR\""
              + " \"F:free\" \"late\" \"batch\" \"donation\" \"2026-02-30\" \"2026-02-28\" \"0.10\""
              + " \"-0.0001\" \"\\\\\\\"\" \"\\u0041\" \"é\" [] [1] [\"late\"] [\"late\",\"repeat\"]"
              + " [\"repeat\",\"late\"] [\"late\",\"late\"] {} {\"kind\":\"donation\"}"
              + " [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]")
          .split(" ", -1);

  private static final String[] NAMES =
      "at balances flags fund fundSeq grant id kind on repeatOf sealedUpTo texts v zz"
          .split(" ", -1);

  private ChangedJson() {}

  /** One change of bytes or of the tree. */
  static byte[] of(byte[] json, Random random) {
    return random.nextBoolean() ? bytes(json, random) : tree(json, random);
  }

  /** One byte, some bytes, or the end. */
  static byte[] bytes(byte[] json, Random random) {
    byte[] out = json.clone();
    int at = random.nextInt(out.length);
    switch (random.nextInt(7)) {
      case 0 -> out[at] = (byte) random.nextInt(256);
      case 1 -> out[at] = CHARACTERS[random.nextInt(CHARACTERS.length)];
      case 2 -> out[at] = (byte) ('0' + random.nextInt(10));
      case 3 -> out = Arrays.copyOf(out, at);
      case 4 -> {
        int length = Math.min(random.nextInt(40), out.length - at);
        int to = random.nextInt(out.length - length + 1);
        System.arraycopy(json, at, out, to, length);
      }
      case 5 -> out = inserted(json, at, any(TOKENS, random).getBytes(StandardCharsets.UTF_8));
      default -> out[at] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private static byte[] inserted(byte[] json, int at, byte[] token) {
    byte[] out = Arrays.copyOf(json, json.length + token.length);
    System.arraycopy(token, 0, out, at, token.length);
    System.arraycopy(json, at, out, at + token.length, json.length - at);
    return out;
  }

  /** A value put in, replaced or left out, or the order of an object or a list. */
  private static byte[] tree(byte[] json, Random random) {
    JsonNode root = CanonicalJson.parse(json);
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    RawValue value = new RawValue(any(VALUES, random));
    JsonNode changed = containers.get(random.nextInt(containers.size()));
    if (changed instanceof ObjectNode object) {
      change(object, value, random);
    } else {
      change((ArrayNode) changed, value, random);
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static void change(ObjectNode object, RawValue value, Random random) {
    List<String> names = new ArrayList<>(object.propertyNames());
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.putRawValue(name, value);
      case 2 -> names.add(addTo(object, value, random));
      default -> Collections.shuffle(names, random);
    }
    reorder(object, names, random);
  }

  private static String addTo(ObjectNode object, RawValue value, Random random) {
    String name = any(NAMES, random);
    object.putRawValue(name, value);
    return name;
  }

  /** Mostly in key order, so that the order does not hide the other change. */
  private static void reorder(ObjectNode object, List<String> names, Random random) {
    if (random.nextInt(4) > 0) {
      Collections.sort(names);
    }
    for (String name : names) {
      JsonNode value = object.remove(name);
      if (value != null) {
        object.set(name, value);
      }
    }
  }

  private static void change(ArrayNode list, RawValue value, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> list.remove(0);
      case 1 -> list.addRawValue(value);
      default -> list.add(list.remove(0));
    }
  }

  private static String any(String[] all, Random random) {
    return all[random.nextInt(all.length)];
  }
}
