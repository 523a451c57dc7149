package io.openvpos.fraud.labels;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import java.time.Duration;
import java.time.Instant;

/// Learns from what issuers report to their networks (Visa TC40, Mastercard SAFE): weeks before a
/// chargeback, and where none follows. It labels and lists as a chargeback does.
public final class NetworkReports {

  static final String SOURCE = "network_report";

  /// Stolen cards are replaced long before.
  private static final Duration STANDS_FOR = Duration.ofDays(365);

  private final Labels labels;
  private final ListDesk lists;
  private final ListName list;

  /// @param purpose the kind of list that cards go to
  public NetworkReports(Labels labels, ListDesk lists, ListPurpose purpose) {
    this.labels = labels;
    this.lists = lists;
    this.list = ListName.of(purpose, ListEntity.CARD);
  }

  /// A report of a payment.
  ///
  /// @param reason the network's words or code
  /// @param at when it became known
  /// @param by who brought it here
  public record Report(Assessment of, String reason, Instant at, String by) {}

  /// The label that stands: a payment's first report. Repeating it changes nothing.
  public Label take(Report report) {
    Assessment of = report.of();
    String id = SOURCE + ":" + of.paymentId();
    return labels
        .find(id)
        .orElseGet(() -> {
          list(report);
          // Last: with it, all of the report was taken.
          labels.add(
              new Label(
                  id,
                  of.paymentId(),
                  of.cardFingerprint(),
                  true,
                  SOURCE,
                  report.reason(),
                  report.at(),
                  report.by()));
          return labels.find(id).orElseThrow();
        });
  }

  private void list(Report report) {
    Assessment of = report.of();
    lists.addOnce(
        new ListDesk.Wish(
            list,
            of.cardFingerprint(),
            of.mode(),
            SOURCE + " " + of.paymentId(),
            SOURCE,
            report.at().plus(STANDS_FOR)),
        report.by());
  }
}
