package org.lepta.ledger.money;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The units this rules version knows: ISO 4217 codes, active and retired, and measures of goods and
 * hours. The list is part of the rules and does not depend on the running JDK.
 */
public final class Units {

  private static final String CURRENCIES =
      """
      ADP AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF
      BGL BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE
      CHF CHW CLF CLP CNY COP COU CRC CSD CUC CUP CVE CYP CZK DEM DJF DKK DOP DZD
      EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF GRD GTQ
      GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES
      KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL
      MGA MGF MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN
      NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR ROL RON RSD RUB
      RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD
      STN SVC SYP SZL THB TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGX USD
      USN USS UYI UYU UZS VEB VED VEF VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC
      XBD XCD XCG XDR XFO XFU XOF XPD XPF XPT XSU XUA YER YUM ZAR ZMK ZMW ZWD ZWG
      ZWL ZWN ZWR
      """;

  private static final String MEASURES = "h kg t l m m2 m3 km kWh pcs";

  private static final SortedSet<String> ALL =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(Arrays.asList((CURRENCIES + MEASURES).trim().split("\\s+", -1))));

  private Units() {}

  /** Every known code. */
  public static SortedSet<String> all() {
    return ALL;
  }

  public static boolean isKnown(String code) {
    return ALL.contains(code);
  }
}
