package io.openvpos.settlement.chargeback.mongo;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.chargeback.domain.Step;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// How a case is written in `chargebacks`.
final class ChargebackDocument {

  private ChargebackDocument() {}

  /// Everything but the id, the version and the outbox.
  static Document state(Chargeback chargeback) {
    DisputedSale sale = chargeback.sale();
    Claim claim = chargeback.claim();
    return new Document("status", chargeback.status().code())
        .append("head", sale.head().id())
        .append("merchant_id", sale.head().merchantId())
        .append("mode", sale.head().mode().code())
        .append("payment_id", sale.paymentId())
        .append("order_id", sale.orderId())
        .append("arn", sale.arn())
        .append("rrn", sale.rrn())
        .append("card_brand", sale.cardBrand())
        .append("last4", sale.last4())
        .append("captured", sale.captured())
        .append("contract_version", sale.contractVersion())
        .append("case_reference", claim.caseReference())
        .append("cycle", claim.cycle())
        .append("amount", claim.amount())
        .append("reason", claim.reason())
        .append("cleared_on", claim.clearedOn().toString())
        .append("respond_by", claim.respondBy().toString())
        .append("facts", chargeback.facts())
        .append("evidence", chargeback.evidence().stream().map(ChargebackDocument::file).toList())
        .append("steps", chargeback.steps().stream().map(ChargebackDocument::step).toList())
        .append("refused", chargeback.refused());
  }

  static Chargeback read(Document found) {
    return new Chargeback(
        found.getString("_id"),
        found.getLong("version"),
        ChargebackStatus.of(found.getString("status")).orElseThrow(),
        sale(found),
        claim(found),
        found.getInteger("facts"),
        found.getList("evidence", Document.class, List.of()).stream()
            .map(ChargebackDocument::file)
            .toList(),
        found.getList("steps", Document.class, List.of()).stream()
            .map(ChargebackDocument::step)
            .toList(),
        found.getList("refused", String.class, List.of()));
  }

  private static DisputedSale sale(Document found) {
    return new DisputedSale(
        Head.of(found.getString("head")),
        found.getString("payment_id"),
        found.getString("order_id"),
        found.getString("arn"),
        found.getString("rrn"),
        found.getString("card_brand"),
        found.getString("last4"),
        found.getLong("captured"),
        found.getInteger("contract_version"));
  }

  private static Claim claim(Document found) {
    return new Claim(
        found.getString("case_reference"),
        found.getInteger("cycle"),
        found.getLong("amount"),
        found.getString("reason"),
        LocalDate.parse(found.getString("cleared_on")),
        LocalDate.parse(found.getString("respond_by")));
  }

  private static Document file(EvidenceFile file) {
    return new Document("sha256", file.sha256())
        .append("content_type", file.contentType())
        .append("bytes", file.bytes());
  }

  private static EvidenceFile file(Document found) {
    return new EvidenceFile(
        found.getString("sha256"), found.getString("content_type"), found.getInteger("bytes"));
  }

  private static Document step(Step step) {
    return new Document("what", step.what())
        .append("at", Date.from(step.at()))
        .append("by", step.by())
        .append("item", step.item())
        .append("note", step.note());
  }

  private static Step step(Document found) {
    return new Step(
        found.getString("what"),
        found.getDate("at").toInstant(),
        found.getString("by"),
        found.getString("item"),
        found.getString("note"));
  }
}
