package org.lepta.service.exchange.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.rule.Lexicon;
import org.lepta.service.exchange.PlainText;
import org.lepta.service.exchange.WarningCode;

/** Turns references to organisations into parties, and what is none into texts. */
final class Parties {

  private final NameBook book;
  private final Mapped record;

  Parties(NameBook book, Mapped record) {
    this.book = book;
    this.record = record;
  }

  /** An organisation as a file refers to it. */
  record Reference(
      @Nullable String ref, @Nullable String type, List<Narrative> names, String role) {}

  /**
   * The party behind a reference; null if it is no org-id. Its other spellings, or all that is said
   * of it where it makes no organisation, are added to the texts.
   *
   * @param self a reference that names an organisation whatever its form; the publisher's own
   */
  @Nullable Party party(Reference other, @Nullable String self, String at, List<PlainText> texts) {
    String ref = other.ref();
    boolean personal = ref != null && isPersonal(ref);
    if (personal) {
      record.warn(WarningCode.REFERENCE_PERSONAL, at);
      return null;
    }
    if (ref != null && Lexicon.isId(ref) && (ref.equals(self) || OrgIds.isOrgId(ref))) {
      mention(ref, other, at, texts);
      return Party.organisation(ref);
    }
    if (ref != null) {
      record.warn(WarningCode.REFERENCE_NOT_ORG_ID, at);
      texts.add(PlainText.of(other.role() + "-ref", ref));
    }
    for (Narrative name : other.names()) {
      texts.add(new PlainText(other.role() + "-name", name.language(), name.text()));
    }
    return null;
  }

  private void mention(String id, Reference other, String at, List<PlainText> texts) {
    Narrative name = other.names().isEmpty() ? null : other.names().getFirst();
    record.mention(new Mention(id, typeCode(other.type()), name, at));
    if (OrgIds.isIrregular(id)) {
      record.warn(WarningCode.REFERENCE_IRREGULAR, at);
    }
    if (name != null && book.isOtherName(id, name)) {
      record.warn(WarningCode.NAME_DIFFERS, at);
      texts.add(new PlainText(other.role() + "-name", name.language(), name.text()));
    }
  }

  /** Also where blanks or dashes hide that the number is a person's. */
  static boolean isPersonal(String ref) {
    return Lexicon.isPersonal(ref) || Lexicon.isPersonal(OrgIds.normal(ref));
  }

  static @Nullable String typeCode(@Nullable String type) {
    return type != null && type.matches("[0-9A-Za-z]{1,8}") ? type : null;
  }
}
