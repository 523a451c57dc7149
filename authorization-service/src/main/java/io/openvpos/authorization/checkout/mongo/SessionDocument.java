package io.openvpos.authorization.checkout.mongo;

import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.CheckoutSession.Declined;
import io.openvpos.authorization.checkout.domain.LineItem;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/// A session's document, both ways. Absent fields are null.
final class SessionDocument {

  private SessionDocument() {}

  static Document of(CheckoutSession session) {
    SessionTerms terms = session.terms();
    Document document =
        new Document("_id", terms.key())
            .append("session_id", terms.id())
            .append("version", session.version())
            .append("request_hash", terms.requestHash())
            .append("merchant_id", terms.merchantId())
            .append("mode", terms.mode().code())
            .append("amount", terms.amount().minorUnits())
            .append("currency", terms.amount().currency().getCurrencyCode())
            .append("order_id", terms.orderId())
            .append("capture_method", terms.captureMethod().name())
            .append("installments_allowed", terms.installmentsAllowed())
            .append("locale", terms.locale())
            .append("email", terms.email())
            .append("description", terms.description())
            .append("line_items", items(terms.lineItems()))
            .append("metadata", pairs(terms.metadata()))
            .append("success_url", terms.addresses().success())
            .append("cancel_url", terms.addresses().cancel())
            .append("frame_origin", terms.addresses().frame())
            .append("url", terms.url())
            .append("return_secret", terms.returnSecret())
            .append("created_at", Date.from(terms.createdAt()))
            .append("expires_at", Date.from(terms.expiresAt()));
    document.putAll(changing(session));
    return document;
  }

  /// The part that compare-and-sets write.
  static Document changing(CheckoutSession session) {
    return new Document("state", session.state().name())
        .append("claimed_at", Optional.ofNullable(session.claimedAt()).map(Date::from).orElse(null))
        .append(
            "declines",
            session.declines().stream()
                .map(declined ->
                    new Document("payment_id", declined.paymentId())
                        .append("code", declined.code()))
                .toList())
        .append("payment_id", session.paymentId())
        .append("inquiries", session.inquiries());
  }

  static CheckoutSession read(Document from) {
    Date claimed = from.getDate("claimed_at");
    return new CheckoutSession(
        terms(from),
        from.getLong("version"),
        CheckoutSession.State.valueOf(from.getString("state")),
        claimed == null ? null : claimed.toInstant(),
        from.getList("declines", Document.class).stream()
            .map(each -> new Declined(each.getString("payment_id"), each.getString("code")))
            .toList(),
        from.getString("payment_id"),
        from.getInteger("inquiries", 0));
  }

  private static SessionTerms terms(Document from) {
    return new SessionTerms(
        from.getString("_id"),
        from.getString("session_id"),
        from.getString("request_hash"),
        from.getString("merchant_id"),
        Mode.of(from.getString("mode")),
        Money.of(from.getLong("amount"), from.getString("currency")),
        from.getString("order_id"),
        CaptureMethod.valueOf(from.getString("capture_method")),
        from.getBoolean("installments_allowed"),
        from.getString("locale"),
        from.getString("email"),
        from.getString("description"),
        items(from),
        pairs(from),
        new ShopAddresses(
            from.getString("success_url"),
            from.getString("cancel_url"),
            from.getString("frame_origin")),
        from.getString("url"),
        from.getString("return_secret"),
        from.getDate("created_at").toInstant(),
        from.getDate("expires_at").toInstant());
  }

  static List<Document> items(List<LineItem> items) {
    return items.stream().map(SessionDocument::item).toList();
  }

  static List<LineItem> items(Document from) {
    return from.getList("line_items", Document.class).stream().map(SessionDocument::item).toList();
  }

  private static Document item(LineItem item) {
    return new Document("name", item.name())
        .append("quantity", item.quantity())
        .append("amount", item.amount());
  }

  private static LineItem item(Document from) {
    return new LineItem(
        from.getString("name"), from.getInteger("quantity"), from.getLong("amount"));
  }

  /// Pairs, because the names are the caller's own and a field name has rules.
  static List<Document> pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> new Document("name", pair.getKey()).append("value", pair.getValue()))
        .toList();
  }

  static Map<String, String> pairs(Document from) {
    Map<String, String> pairs = new LinkedHashMap<>();
    from.getList("metadata", Document.class)
        .forEach(pair -> pairs.put(pair.getString("name"), pair.getString("value")));
    return pairs;
  }
}
