package org.lepta.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.lepta.ui.page.AboutPage;
import org.lepta.ui.page.AnalyticsPage;
import org.lepta.ui.page.Badge;
import org.lepta.ui.page.ChangesPage;
import org.lepta.ui.page.DataPage;
import org.lepta.ui.page.DayPage;
import org.lepta.ui.page.DonationPage;
import org.lepta.ui.page.EmbeddedFlow;
import org.lepta.ui.page.EntryPage;
import org.lepta.ui.page.ErrorPage;
import org.lepta.ui.page.ExceptionsPage;
import org.lepta.ui.page.FlowsPage;
import org.lepta.ui.page.FundPage;
import org.lepta.ui.page.GrantPage;
import org.lepta.ui.page.ListPage;
import org.lepta.ui.page.OrganisationPage;
import org.lepta.ui.page.OverviewPage;
import org.lepta.ui.page.RankingPage;
import org.lepta.ui.page.ReceiptPage;
import org.lepta.ui.page.RecountPage;
import org.lepta.ui.page.SearchPage;
import org.lepta.ui.page.VerifyPage;

/**
 * Renders the explorer's pages as complete HTML documents.
 *
 * <p>Every string of a record is escaped for the place where it stands. Rendering reads nothing but
 * the record, so the same record gives the same bytes. Thread-safe.
 */
public final class Pages {
  /** The value of the {@code Content-Type} header of every page. */
  public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  /**
   * The value of the {@code Content-Security-Policy} header that every page works under. A page
   * without a script connects to nothing; programs that judge it read the site's {@code robots.txt}
   * in its name.
   */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The same for pages with a script of ours, which asks its own server alone. */
  public static final String CONTENT_SECURITY_POLICY_WITH_SCRIPT =
      CONTENT_SECURITY_POLICY + "; script-src 'self'";

  /** The same for the one page that others may show in a frame. */
  public static final String CONTENT_SECURITY_POLICY_IN_FRAMES =
      CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");

  private static final int TYPICAL_PAGE_CHARS = 64 * 1024;
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.lepta.ui.generated");

  private Pages() {}

  public static String overview(OverviewPage page) {
    return render("page/overview.jte", page);
  }

  public static String list(ListPage page) {
    return render("page/list.jte", page);
  }

  public static String fund(FundPage page) {
    return render("page/fund.jte", page);
  }

  public static String organisation(OrganisationPage page) {
    return render("page/organisation.jte", page);
  }

  public static String grant(GrantPage page) {
    return render("page/grant.jte", page);
  }

  public static String donation(DonationPage page) {
    return render("page/donation.jte", page);
  }

  public static String flows(FlowsPage page) {
    return render("page/flows.jte", page);
  }

  public static String ranking(RankingPage page) {
    return render("page/ranking.jte", page);
  }

  public static String analytics(AnalyticsPage page) {
    return render("page/analytics.jte", page);
  }

  public static String exceptions(ExceptionsPage page) {
    return render("page/exceptions.jte", page);
  }

  public static String changes(ChangesPage page) {
    return render("page/changes.jte", page);
  }

  public static String day(DayPage page) {
    return render("page/day.jte", page);
  }

  /** An SVG. */
  public static String badge(Badge badge) {
    return render("page/badge.jte", badge);
  }

  public static String embedded(EmbeddedFlow page) {
    return render("page/embed.jte", page);
  }

  public static String recount(RecountPage page) {
    return render("page/recount.jte", page);
  }

  public static String search(SearchPage page) {
    return render("page/search.jte", page);
  }

  public static String receipt(ReceiptPage page) {
    return render("page/receipt.jte", page);
  }

  public static String entry(EntryPage page) {
    return render("page/entry.jte", page);
  }

  public static String about(AboutPage page) {
    return render("page/about.jte", page);
  }

  public static String data(DataPage page) {
    return render("page/data.jte", page);
  }

  public static String verify(VerifyPage page) {
    return render("page/verify.jte", page);
  }

  public static String error(ErrorPage page) {
    return render("page/error.jte", page);
  }

  private static String render(String template, Object page) {
    StringOutput output = new StringOutput(TYPICAL_PAGE_CHARS);
    ENGINE.render(template, page, output);
    return output.toString();
  }
}
