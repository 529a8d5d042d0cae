package org.lepta.service.exchange.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lepta.ledger.rule.Lexicon;

/**
 * Organisation ids by form: {@code <list>-<number>}, where the list begins with a country of ISO
 * 3166-1 or with XI, XM, XR or XK (org-id.guide), or {@code 360G-<own id>}. No checksum is known
 * for them, so prefix and shape are all there is to check.
 */
final class OrgIds {

  private static final Pattern LISTED =
      Pattern.compile("([A-Z]{2})(?:_[A-Z]{2}|-[0-9]{2})?-[A-Z][A-Z0-9_]*-.+");
  private static final Pattern OWN = Pattern.compile("360G-[A-Z0-9].*");
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}|\u2212");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private static final Set<String> PLACES =
      Set.of(
          """
          AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
          BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
          DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
          GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
          KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
          MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
          PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
          SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
          US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XI XK XM XR
          """
              .trim()
              .split("\\s+", -1));

  private OrgIds() {}

  /** How ids are compared: NFKC, one kind of dash, no blanks, upper case. */
  static String normal(String id) {
    String compatible = Normalizer.normalize(id, Normalizer.Form.NFKC);
    String dashed = DASHES.matcher(compatible).replaceAll("-");
    return BLANKS.matcher(dashed).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Whether a reference has the form of an organisation id and may stand on the ledger. */
  static boolean isOrgId(String reference) {
    if (!Lexicon.isId(reference)) {
      return false;
    }
    String normal = normal(reference);
    Matcher listed = LISTED.matcher(normal);
    return OWN.matcher(normal).matches() || (listed.matches() && PLACES.contains(listed.group(1)));
  }

  /** Whether it differs from its normal form by more than the case of the number. */
  static boolean isIrregular(String id) {
    return !id.toUpperCase(Locale.ROOT).equals(normal(id));
  }
}
