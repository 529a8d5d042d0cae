package org.lepta.service.explorer.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.Assets;

/** Names the build that renders the pages, so that a new one makes new ETags. */
final class Release {

  private static final String TAG = tag(Release.class.getPackage().getImplementationVersion());

  private Release() {}

  /** Letters, digits, points and hyphens. */
  static String tag() {
    return TAG;
  }

  /** A build that is not released has no name of its own: each start of it counts as another. */
  private static String tag(@Nullable String version) {
    String css = Assets.css().replaceAll("[^0-9a-f]", "");
    return version == null || version.endsWith("SNAPSHOT")
        ? css + '.' + Instant.now().toEpochMilli()
        : version.replaceAll("[^0-9A-Za-z.-]", "-") + '.' + css;
  }
}
