package org.lepta.service.transparency.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Ways to damage the file of a receipt, by chance and by design. Each draws the same numbers as its
 * twin in {@code explorer-ui/src/main/ts/testing/mutation.ts}; files are changed byte by byte.
 */
enum Mutation {
  FLIP_A_BIT {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      byte[] changed = file.clone();
      int bit = random.below(changed.length * 8);
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      return changed;
    }
  },
  PUT_ANOTHER_BYTE {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      byte[] changed = file.clone();
      changed[random.below(changed.length)] = (byte) random.below(256);
      return changed;
    }
  },
  CUT_OUT {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      int from = random.below(file.length);
      int to = from + random.below(file.length - from) + 1;
      return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
    }
  },
  PUT_IN {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      int at = random.below(file.length + 1);
      byte[] more = new byte[1 + random.below(3)];
      for (int each = 0; each < more.length; each++) {
        more[each] = (byte) random.below(256);
      }
      return joined(
          joined(Arrays.copyOf(file, at), more), Arrays.copyOfRange(file, at, file.length));
    }
  },
  CARRIAGE_RETURNS {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return bytes(text(file).replace("\n", "\r\n"));
    }
  },
  END_A_LINE_OTHERWISE {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      List<String> ends = List.of(" ", "\t", "\r", "=", "\u00c2\u00a0", "\n");
      return onLine(file, random, line -> line + ends.get(random.below(ends.size())));
    }
  },
  SPARE_BITS {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return onLine(file, random, line -> withSpareBits(line, random));
    }
  },
  NO_PADDING {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return onLine(file, random, line -> line.replaceFirst("=+\\z", ""));
    }
  },
  REPEAT_A_LINE {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return onLines(
          file,
          lines -> {
            String line = lines.get(random.below(lines.size()));
            lines.add(random.below(lines.size() + 1), line);
          });
    }
  },
  SWAP_LINES {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return onLines(
          file,
          lines -> Collections.swap(lines, random.below(lines.size()), random.below(lines.size())));
    }
  },
  LEAVE_A_LINE_OUT {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return onLines(file, lines -> lines.remove(random.below(lines.size())));
    }
  },
  TAKE_A_LINE_OF_ANOTHER_RECEIPT {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      List<String> others = List.of(text(other).split("\n", -1));
      return onLines(
          file,
          lines -> lines.set(random.below(lines.size()), others.get(random.below(others.size()))));
    }
  },
  TAKE_THE_REST_OF_ANOTHER_RECEIPT {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      int end = text(file).indexOf("\n\n");
      String rest = text(other).substring(text(other).indexOf("\n\n"));
      return end < 0 ? file : bytes(text(file).substring(0, end) + rest);
    }
  },
  COUNT_OTHERWISE {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return bytes(text(file).replaceFirst("index \\d+", "index " + random.below(40)));
    }
  },
  EXTRA_LINE {
    @Override
    byte[] apply(byte[] file, byte[] other, SplitMix random) {
      return bytes(text(file).replaceFirst("\n", "\nextra AAAA\n"));
    }
  };

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Returns a changed copy, which may be equal by chance. */
  abstract byte[] apply(byte[] file, byte[] other, SplitMix random);

  private interface LineChange {
    String of(String line);
  }

  private interface LinesChange {
    void on(List<String> lines);
  }

  /** Lines are those between newlines, so the last one is empty. */
  private static byte[] onLines(byte[] file, LinesChange change) {
    List<String> lines = new ArrayList<>(List.of(text(file).split("\n", -1)));
    change.on(lines);
    return bytes(String.join("\n", lines));
  }

  private static byte[] onLine(byte[] file, SplitMix random, LineChange change) {
    return onLines(
        file,
        lines -> {
          int at = random.below(lines.size());
          lines.set(at, change.of(lines.get(at)));
        });
  }

  private static String withSpareBits(String line, SplitMix random) {
    int last = line.length() - 1;
    while (last >= 0 && line.charAt(last) == '=') {
      last--;
    }
    if (last < 0 || last == line.length() - 1 || BASE64.indexOf(line.charAt(last)) < 0) {
      return line;
    }
    int changed = BASE64.indexOf(line.charAt(last)) ^ (1 + random.below(3));
    return line.substring(0, last) + BASE64.charAt(changed) + line.substring(last + 1);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
