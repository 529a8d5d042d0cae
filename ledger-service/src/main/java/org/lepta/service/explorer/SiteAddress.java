package org.lepta.service.explorer;

import java.util.regex.Pattern;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where readers find the pages, for what stands outside of them: link previews and donors' links.
 *
 * @param configured scheme and host, such as {@code https://ledger.example.org}; empty to take what
 *     each reader's browser asked for
 */
public record SiteAddress(String configured) {

  private static final Pattern FORM = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,253}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it is anything but scheme and host, with a port or without
   */
  public SiteAddress {
    if (!configured.isEmpty() && !FORM.matcher(configured).matches()) {
      throw new IllegalArgumentException(
          "lepta.address is scheme and host without a path, such as https://ledger.example.org");
    }
  }

  /** The address for the request that is being answered; without a slash at its end. */
  public String now() {
    return configured.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
        : configured;
  }
}
