package org.lepta.service.explorer.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.lepta.ui.view.QrCode;

/** Draws QR codes (ISO/IEC 18004) with the quiet zone of four modules that readers ask for. */
final class QrCodes {

  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(
          EncodeHintType.ERROR_CORRECTION,
          ErrorCorrectionLevel.M,
          EncodeHintType.MARGIN,
          4,
          EncodeHintType.CHARACTER_SET,
          "UTF-8");

  private QrCodes() {}

  /**
   * The code of a text.
   *
   * @throws IllegalArgumentException if the text is too long for one
   */
  static QrCode of(String text) {
    try {
      BitMatrix dark = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
      return new QrCode(dark.getWidth(), path(dark));
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR code", e);
    }
  }

  /** A rectangle for each run of dark modules in a row. */
  private static String path(BitMatrix dark) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < dark.getHeight(); y++) {
      int x = 0;
      while (x < dark.getWidth()) {
        int end = x;
        while (end < dark.getWidth() && dark.get(end, y)) {
          end++;
        }
        if (end > x) {
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(end - x).append("v1H").append(x).append('z');
        }
        x = Math.max(end, x + 1);
      }
    }
    return path.toString();
  }
}
