package org.lepta.service.exchange;

/**
 * Why a whole file is refused; nothing of it was submitted. The names are stable and part of the
 * public interface (docs/reference/imports).
 */
public enum FileRefusal {
  /** It holds nothing, or nothing but blanks where its content should begin. */
  FILE_EMPTY,
  /** A spreadsheet; not supported yet. */
  FILE_SPREADSHEET,
  /** Not a kind or version that can be imported. */
  FILE_NOT_SUPPORTED,
  /** Its bytes are not text in the encoding that the kind or the file itself names. */
  FILE_ENCODING,
  /** It names a document type, which could pull in other files; none of the standards needs one. */
  FILE_HAS_DTD,
  /** It ends in the middle. */
  FILE_TRUNCATED,
  /** Elements stand inside each other deeper than any such file needs. */
  FILE_TOO_DEEP,
  /** It, or one element of it, unpacks to more than is read. */
  FILE_TOO_LARGE,
  /** It is not well-formed, or names a key twice. */
  FILE_MALFORMED
}
