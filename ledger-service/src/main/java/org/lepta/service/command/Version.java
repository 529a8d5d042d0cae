package org.lepta.service.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code lepta --version} prints: the one in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lepta " + text(), "Java " + Runtime.version()};
  }

  private static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(built from source, not packaged)");
  }
}
