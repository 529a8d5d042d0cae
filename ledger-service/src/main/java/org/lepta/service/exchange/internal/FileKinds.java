package org.lepta.service.exchange.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileKind;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;

/** Tells the kind of a file by its first bytes. */
final class FileKinds {

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private FileKinds() {}

  /**
   * What a file is.
   *
   * @param utf8 whether its bytes are to be UTF-8: always in JSON, in XML unless it says otherwise
   */
  record Found(FileKind kind, boolean utf8) {}

  /**
   * The kind of a file.
   *
   * @param forced the kind that the sender names, where it does
   * @throws RefusedFileException if it is of no kind that can be imported
   */
  static Found of(SourceFile file, @Nullable FileKind forced) throws IOException {
    byte[] head = file.head();
    refuseOthers(head);
    int first = firstMark(head);
    if (first < 0) {
      throw new RefusedFileException(FileRefusal.FILE_EMPTY, "nothing but blanks at its beginning");
    }
    boolean wide = isWide(head);
    FileKind found =
        switch (head[first]) {
          case '{', '[' -> {
            if (wide) {
              throw new RefusedFileException(FileRefusal.FILE_ENCODING, "JSON must be UTF-8");
            }
            yield FileKind.THREE_SIXTY_GIVING;
          }
          case '<' -> FileKind.IATI_ACTIVITIES;
          default -> throw unsupported();
        };
    if (forced != null && forced != found) {
      throw new RefusedFileException(
          FileRefusal.FILE_NOT_SUPPORTED,
          "it looks like " + found.word() + ", not like " + forced.word());
    }
    return new Found(found, !wide && namesUtf8(head));
  }

  private static boolean namesUtf8(byte[] head) {
    Matcher encoding = ENCODING.matcher(new String(head, ISO_8859_1));
    return !encoding.find() || encoding.group(1).equalsIgnoreCase("UTF-8");
  }

  private static RefusedFileException unsupported() {
    return new RefusedFileException(
        FileRefusal.FILE_NOT_SUPPORTED, "it is neither 360Giving JSON nor IATI activity XML");
  }

  private static void refuseOthers(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 8), ISO_8859_1);
    boolean zip = start.startsWith("PK\3\4") || start.startsWith("PK\5\6");
    boolean ole = start.startsWith("\u00d0\u00cf\u0011\u00e0");
    if (zip || ole) {
      throw new RefusedFileException(
          FileRefusal.FILE_SPREADSHEET, "spreadsheets are not supported yet");
    }
  }

  /**
   * Index of the first byte that is neither blank nor of a byte order mark; -1 if there is none.
   */
  private static int firstMark(byte[] head) {
    int from = 0;
    String mark = startOf(head);
    if (mark.startsWith("efbbbf")) {
      from = 3;
    } else if (mark.startsWith("feff") || mark.startsWith("fffe")) {
      from = 2;
    }
    for (int i = from; i < head.length; i++) {
      if (head[i] < 0 || head[i] > ' ') {
        return i;
      }
    }
    return -1;
  }

  /** Whether characters take two or four bytes: a mark says so, or a zero beside the first one. */
  private static boolean isWide(byte[] head) {
    String mark = startOf(head);
    return mark.startsWith("feff")
        || mark.startsWith("fffe")
        || mark.startsWith("00")
        || (mark.length() >= 4 && mark.startsWith("00", 2));
  }

  private static String startOf(byte[] head) {
    return HexFormat.of().formatHex(head, 0, Math.min(head.length, 4));
  }
}
