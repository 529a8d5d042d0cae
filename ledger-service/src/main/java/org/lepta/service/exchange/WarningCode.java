package org.lepta.service.exchange;

/** What is odd about a line that is recorded all the same (docs/reference/imports). */
public enum WarningCode {
  /** Finer than 1/10,000: rounded half-even, the literal kept as a text. */
  AMOUNT_ROUNDED,
  /** A number was written as a text. */
  AMOUNT_AS_TEXT,
  /** A negative amount where none can be; left out. */
  AMOUNT_IGNORED,
  /** There is no date. */
  DATE_MISSING,
  /** A date cannot be read: absent, the literal kept as a text. */
  DATE_UNREADABLE,
  /** A period ends before it begins; left out. */
  PERIOD_REVERSED,
  /** An award of nothing. */
  AWARD_ZERO,
  /** More was paid than awarded. */
  PAID_OVER_AWARD,
  /** The sum of the payments differs from the stated total. */
  PAID_DIFFERS,
  /** An organisation or fund is named otherwise than where it stands first. */
  NAME_DIFFERS,
  /** A title is missing. */
  TITLE_MISSING,
  /** A description is missing. */
  DESCRIPTION_MISSING,
  /** No recipient is named. */
  RECIPIENT_MISSING,
  /** A grant to a person: recorded without any reference to the person. */
  RECIPIENT_INDIVIDUAL,
  /** A reference is no org-id: it makes no organisation and is kept as a text. */
  REFERENCE_NOT_ORG_ID,
  /** An org-id with spaces, odd dashes or small letters; recorded as given. */
  REFERENCE_IRREGULAR,
  /** An id that names a person; left out. */
  REFERENCE_PERSONAL,
  /** A reference to an activity that cannot be an id; left out. */
  ACTIVITY_REFERENCE_INVALID,
  /** A type in the letters of IATI 1.x. */
  TYPE_LETTER,
  /** The file does not say which version it is. */
  VERSION_MISSING,
  /** A value that is not in its code list. */
  FIELD_NOT_IN_LIST,
  /** A field that the standard does not know; not read. */
  FIELD_UNKNOWN,
  /** The line stood in this file before, with equal content. */
  LINE_REPEATED,
  /** The line is recorded with other content; the difference was recorded. */
  LINE_CHANGED,
  /** A recorded line is no longer in its activity; it was reversed. */
  LINE_VANISHED,
  /** The fund is recorded with other links; the first statement stays. */
  FUND_CHANGED,
  /** The fund is recorded under another owner. */
  FUND_OTHER_OWNER
}
