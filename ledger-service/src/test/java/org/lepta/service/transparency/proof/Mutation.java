package org.lepta.service.transparency.proof;

import static org.lepta.service.transparency.proof.NoteSamples.bytes;
import static org.lepta.service.transparency.proof.NoteSamples.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways to damage the file of a receipt, by chance and by design. */
enum Mutation {
  FLIP_A_BIT {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      byte[] changed = file.clone();
      int bit = random.nextInt(changed.length * 8);
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      return changed;
    }
  },
  PUT_ANOTHER_BYTE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      byte[] changed = file.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      return changed;
    }
  },
  CUT_OUT {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(file.length - from) + 1;
      return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
    }
  },
  PUT_IN {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      int at = random.nextInt(file.length + 1);
      byte[] more = new byte[1 + random.nextInt(3)];
      random.nextBytes(more);
      return joined(
          joined(Arrays.copyOf(file, at), more), Arrays.copyOfRange(file, at, file.length));
    }
  },
  CARRIAGE_RETURNS {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return bytes(text(file).replace("\n", "\r\n"));
    }
  },
  END_A_LINE_OTHERWISE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      List<String> ends = List.of(" ", "\t", "\r", "=", "\u00a0", "\n");
      return onLine(file, random, line -> line + ends.get(random.nextInt(ends.size())));
    }
  },
  SPARE_BITS {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return onLine(file, random, line -> withSpareBits(line, random));
    }
  },
  NO_PADDING {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return onLine(file, random, line -> line.replaceFirst("=+$", ""));
    }
  },
  REPEAT_A_LINE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return onLines(
          file,
          lines -> {
            String line = lines.get(random.nextInt(lines.size()));
            lines.add(random.nextInt(lines.size() + 1), line);
          });
    }
  },
  SWAP_LINES {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return onLines(
          file,
          lines ->
              Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size())));
    }
  },
  LEAVE_A_LINE_OUT {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return onLines(file, lines -> lines.remove(random.nextInt(lines.size())));
    }
  },
  TAKE_A_LINE_OF_ANOTHER_RECEIPT {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      List<String> others = text(other).lines().toList();
      return onLines(
          file,
          lines ->
              lines.set(random.nextInt(lines.size()), others.get(random.nextInt(others.size()))));
    }
  },
  TAKE_THE_REST_OF_ANOTHER_RECEIPT {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      String rest = text(other).substring(text(other).indexOf("\n\n"));
      return bytes(text(file).substring(0, text(file).indexOf("\n\n")) + rest);
    }
  },
  COUNT_OTHERWISE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return bytes(text(file).replaceFirst("index \\d+", "index " + random.nextInt(40)));
    }
  },
  EXTRA_LINE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return bytes(text(file).replaceFirst("\n", "\nextra AAAA\n"));
    }
  };

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Returns a changed copy, which may be equal by chance. */
  abstract byte[] apply(byte[] file, byte[] other, Random random);

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

  private static byte[] onLine(byte[] file, Random random, LineChange change) {
    return onLines(
        file,
        lines -> {
          int at = random.nextInt(lines.size());
          lines.set(at, change.of(lines.get(at)));
        });
  }

  private static String withSpareBits(String line, Random random) {
    int last = line.length() - 1;
    while (last >= 0 && line.charAt(last) == '=') {
      last--;
    }
    if (last < 0 || last == line.length() - 1 || BASE64.indexOf(line.charAt(last)) < 0) {
      return line;
    }
    int changed = BASE64.indexOf(line.charAt(last)) ^ (1 + random.nextInt(3));
    return line.substring(0, last) + BASE64.charAt(changed) + line.substring(last + 1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
