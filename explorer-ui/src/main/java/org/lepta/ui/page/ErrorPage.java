package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Labelled;
import org.lepta.ui.view.Link;

/**
 * A page that could not be shown.
 *
 * @param problem what kind of problem, in words
 * @param code stable code of the refusal
 * @param detail what exactly was wrong, a ready sentence, if there is more to say
 * @param requestId for questions to the operator, if there is one
 * @param stillWorks where to go from here
 */
public record ErrorPage(
    PageFrame frame,
    Problem problem,
    String code,
    @Nullable String detail,
    @Nullable String requestId,
    List<Link> stillWorks) {
  public ErrorPage {
    stillWorks = List.copyOf(stillWorks);
  }

  /** Kinds of problems, by what the reader can do about them. */
  public enum Problem implements Labelled {
    NOT_FOUND,
    BAD_REQUEST,
    TOO_MANY_REQUESTS,
    UNAVAILABLE,
    INTERNAL;

    @Override
    public String prefix() {
      return "problem";
    }

    /** The kind of an HTTP status of 400 and above. */
    public static Problem ofStatus(int status) {
      return switch (status) {
        case 404, 410 -> NOT_FOUND;
        case 429 -> TOO_MANY_REQUESTS;
        case 502, 503, 504 -> UNAVAILABLE;
        default -> status < 500 ? BAD_REQUEST : INTERNAL;
      };
    }
  }
}
