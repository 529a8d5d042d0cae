package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;

/** A message to the reader, with a way on where there is one. */
public record Notice(Tone tone, String text, @Nullable Link link) {
  public static Notice of(Tone tone, String text) {
    return new Notice(tone, text, null);
  }
}
