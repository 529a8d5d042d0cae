package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lepta.ui.view.QrCode;

/** QR codes as the pages draw them. */
final class QrCodesTest {

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
  private static final int QUIET = 4;

  @Test
  void readerReadsTheTextBackFromTheDrawnShape() throws Exception {
    String text = "https://ledger.example/r/00000000000pkbae907zq3cvyqt6g8fz";

    QrCode code = QrCodes.of(text);

    assertThat(code.size()).isEqualTo(41);
    assertThat(new Decoder().decode(modules(code)).getText()).isEqualTo(text);
  }

  private static BitMatrix modules(QrCode code) {
    BitMatrix modules = new BitMatrix(code.size() - 2 * QUIET);
    Matcher run = RUN.matcher(code.path());
    while (run.find()) {
      int left = Integer.parseInt(run.group(1));
      int top = Integer.parseInt(run.group(2));
      modules.setRegion(left - QUIET, top - QUIET, Integer.parseInt(run.group(3)), 1);
    }
    return modules;
  }
}
