package org.lepta.service.exchange;

/** Is told how far an import came; called often, from the importing thread. */
@FunctionalInterface
public interface ProgressListener {

  /** Tells nobody. */
  ProgressListener NONE = (stage, bytesRead, bytesTotal) -> {};

  /** The two readings of a file. */
  enum Stage {
    /** The whole file is read once before anything is submitted. */
    CHECKING,
    /** It is read again and submitted. */
    RECORDING
  }

  /**
   * The import came further.
   *
   * @param bytesRead of the file as it lies on disk, in this stage
   * @param bytesTotal size of the file
   */
  void progress(Stage stage, long bytesRead, long bytesTotal);
}
