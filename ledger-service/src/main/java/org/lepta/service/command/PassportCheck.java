package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import org.lepta.service.command.ReceiptCheck.Outcome;
import org.lepta.service.passport.Passport;
import org.lepta.service.passport.PassportPage;
import org.lepta.service.passport.PassportVerdict;
import org.lepta.service.passport.PassportVerifier;
import org.lepta.service.transparency.proof.ReceiptVerifier;

/**
 * Reads, verifies and reports passports.
 *
 * @param verifier whom to believe
 * @param text where the report goes
 */
record PassportCheck(ReceiptVerifier verifier, PassportText text) {

  /** A passport's page also holds the program that checks it in a browser. */
  private static final int MAX_PAGE_BYTES = Passport.MAX_BYTES + (1 << 20);

  /** Whether a file is a passport by its name. */
  static boolean isPassport(Path file) {
    return isNamed(file, Passport.EXTENSION) || isNamed(file, Passport.PAGE_EXTENSION);
  }

  private static boolean isNamed(Path file, String extension) {
    return String.valueOf(file.getFileName()).endsWith(extension);
  }

  Outcome run(Path file) {
    byte[] passport;
    try {
      passport = read(file);
    } catch (IOException e) {
      text.unchecked(file, "The file cannot be read: " + ReceiptCheck.reason(e));
      return Outcome.CANNOT_BE_CHECKED;
    }
    return switch (new PassportVerifier(verifier).verify(passport)) {
      case PassportVerdict.Proven proven -> {
        text.proven(file, proven);
        yield Outcome.HOLDS;
      }
      case PassportVerdict.Refused(String code, String detail) -> {
        text.refused(file, code, detail);
        yield Outcome.DOES_NOT_HOLD;
      }
      case PassportVerdict.Unchecked(String origin) -> {
        text.unknownOrigin(file, origin);
        yield Outcome.CANNOT_BE_CHECKED;
      }
    };
  }

  /** Only the passport in a page is read; the page's own program is not run and proves nothing. */
  private static byte[] read(Path file) throws IOException {
    if (!isNamed(file, Passport.PAGE_EXTENSION)) {
      return ReceiptFiles.read(file, Passport.MAX_BYTES);
    }
    byte[] page = ReceiptFiles.read(file, MAX_PAGE_BYTES);
    return PassportPage.passport(page).orElse(new byte[0]);
  }
}
