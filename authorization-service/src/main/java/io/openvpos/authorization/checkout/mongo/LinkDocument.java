package io.openvpos.authorization.checkout.mongo;

import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Date;
import org.bson.Document;

/// A payment link's document, both ways. Absent fields are null.
final class LinkDocument {

  static final String ID = "link_id";
  static final String MERCHANT_ID = "merchant_id";
  static final String MODE = "mode";
  static final String CREATED_AT = "created_at";
  static final String ACTIVE = "active";

  private LinkDocument() {}

  static Document of(PaymentLink link) {
    Sale sale = link.sale();
    return new Document("_id", link.key())
        .append(ID, link.id())
        .append("version", link.version())
        .append("request_hash", link.requestHash())
        .append(MERCHANT_ID, link.merchantId())
        .append(MODE, link.mode().code())
        .append("amount", sale.amount().minorUnits())
        .append("currency", sale.amount().currency().getCurrencyCode())
        .append("order_id", sale.orderId())
        .append("capture_method", sale.captureMethod().name())
        .append("installments_allowed", sale.installmentsAllowed())
        .append("locale", sale.locale())
        .append("description", sale.description())
        .append("line_items", SessionDocument.items(sale.lineItems()))
        .append("metadata", SessionDocument.pairs(sale.metadata()))
        .append("success_url", link.success())
        .append("session_id", link.sessionId())
        .append(CREATED_AT, Date.from(link.createdAt()))
        .append("expires_at", Date.from(link.expiresAt()))
        .append(ACTIVE, link.active());
  }

  static PaymentLink read(Document from) {
    Sale sale =
        new Sale(
            Money.of(from.getLong("amount"), from.getString("currency")),
            from.getString("order_id"),
            CaptureMethod.valueOf(from.getString("capture_method")),
            from.getBoolean("installments_allowed"),
            from.getString("locale"),
            from.getString("description"),
            SessionDocument.items(from),
            SessionDocument.pairs(from));
    return new PaymentLink(
        from.getString("_id"),
        from.getString(ID),
        from.getString("request_hash"),
        from.getString(MERCHANT_ID),
        Mode.of(from.getString(MODE)),
        sale,
        from.getString("success_url"),
        from.getString("session_id"),
        from.getDate(CREATED_AT).toInstant(),
        from.getDate("expires_at").toInstant(),
        from.getBoolean(ACTIVE),
        from.getLong("version"));
  }
}
