package org.lepta.service.transparency.log;

/**
 * For each change of the log's key, by the leaf index of its entry, the last checkpoint that the
 * old key signed. It has that entry, so whoever believes the old key can follow to the new one.
 */
public final class KeyChanges {

  /** The folder below that of the log. */
  private static final String FOLDER = "key-change/";

  private KeyChanges() {}

  /** Returns the path below the folder of the log. */
  public static String path(long leaf) {
    return FOLDER + leaf;
  }
}
