package io.openvpos.settlement.chargeback.http;

import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.chargeback.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A case as JSON. Amounts are minor units.
///
/// @param cycle 1: the first chargeback; 2: the issuer's second
record ChargebackAnswer(
    String id,
    String object,
    String status,
    String merchantId,
    String mode,
    String paymentId,
    String orderId,
    long amount,
    long captured,
    String currency,
    String reason,
    int cycle,
    String caseReference,
    String arn,
    String rrn,
    String cardBrand,
    String last4,
    LocalDate clearedOn,
    LocalDate respondBy,
    List<File> evidence,
    List<Event> history) {

  /// A file of evidence.
  record File(String sha256, String contentType, int bytes) {
    static File of(EvidenceFile file) {
      return new File(file.sha256(), file.contentType(), file.bytes());
    }
  }

  /// One thing that happened.
  record Event(String what, Instant at, String by, String note) {
    static Event of(Step step) {
      return new Event(step.what(), step.at(), step.by(), step.note());
    }
  }

  /// A page of cases.
  record Page(List<ChargebackAnswer> data, boolean hasMore) {}

  static ChargebackAnswer of(Chargeback one) {
    DisputedSale sale = one.sale();
    Claim claim = one.claim();
    return new ChargebackAnswer(
        one.id(),
        "chargeback",
        one.status().code(),
        sale.head().merchantId(),
        sale.head().mode().code(),
        sale.paymentId(),
        sale.orderId(),
        claim.amount(),
        sale.captured(),
        sale.head().currency(),
        claim.reason(),
        claim.cycle(),
        claim.caseReference(),
        sale.arn(),
        sale.rrn(),
        sale.cardBrand(),
        sale.last4(),
        claim.clearedOn(),
        claim.respondBy(),
        one.evidence().stream().map(File::of).toList(),
        one.steps().stream().map(Event::of).toList());
  }
}
