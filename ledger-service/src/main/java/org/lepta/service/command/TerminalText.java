package org.lepta.service.command;

/** Text from outside, made fit for a terminal. */
final class TerminalText {

  private TerminalText() {}

  /**
   * Returns the text with everything but letters, digits and visible ASCII written as an escape:
   * control sequences and characters that turn the direction of writing do not reach the terminal.
   */
  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if ((c >= ' ' && c <= '~') || (c > 0x9F && Character.isLetterOrDigit(c))) {
            shown.appendCodePoint(c);
          } else {
            shown.append("\\u{%x}".formatted(c));
          }
        });
    return shown.toString();
  }
}
