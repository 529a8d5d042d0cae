package org.lepta.ui.view;

import java.util.List;

/** A field of a list's filter form; its name is the query parameter. */
public sealed interface Filter {

  String name();

  String label();

  /** A text field, filled with the active value or empty. */
  record Text(String name, String label, String value) implements Filter {}

  /** A date field with an ISO 8601 value or empty. */
  record Day(String name, String label, String value) implements Filter {}

  /** A choice; the option with the empty value means all. */
  record Choice(String name, String label, List<Option> options) implements Filter {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** One option of a choice. */
  record Option(String value, String label, boolean selected) {}
}
