package io.openvpos.sandbox.scenario;

import io.openvpos.sandbox.client.Api;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// Plays a shop's day against a running platform, closes the business day, fetches the files and
/// tells a person what happened.
public final class Play {

  private static final int BAR = 40;

  private final PrintStream out;
  private final Path reports;

  public Play(PrintStream out, Path reports) {
    this.out = out;
    this.reports = reports;
  }

  /// Plays, closes, downloads, tells.
  ///
  /// @param settlement settlement-service as finance
  public void run(List<Shop> shops, Api settlement) {
    BusinessDay finance = new BusinessDay(settlement);
    String date = finance.open();
    ShopDay day = new ShopDay(shops);
    out.println("A shop's day: " + day.payments() + " payments at " + shops.size() + " shops");
    AtomicInteger done = new AtomicInteger();
    day.play(() -> progress(done.incrementAndGet(), day.payments()));
    out.println();
    out.println("and " + day.openings() + " small ones before it, while the platform was cold");
    out.println("Closing the business day " + date + " ...");
    JsonNode closed = finance.close(date);
    new ReportFolder(reports).download(finance, closed);
    out.println();
    new DaySummary(shops).lines(closed, reports.toString()).forEach(out::println);
    out.println();
  }

  private synchronized void progress(int done, int of) {
    int filled = done * BAR / of;
    out.print("\r[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + done + "/" + of);
    out.flush();
  }
}
