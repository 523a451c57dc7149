package io.openvpos.authorization.threeds.mongo;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Ending;
import io.openvpos.authorization.threeds.domain.Flow;
import io.openvpos.authorization.threeds.domain.Outcome;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.Purchase;
import io.openvpos.authorization.threeds.domain.Stage;
import io.openvpos.authorization.threeds.domain.Wish;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The document of an authentication, without its version. Absent values are null.
final class AuthenticationDocument {

  private AuthenticationDocument() {}

  static Document of(Authentication authentication) {
    Ending ending = authentication.ending();
    return new Document("_id", authentication.id())
        .append("purchase", purchase(authentication.purchase()))
        .append("mandatory", authentication.wish().mandatory())
        .append("challenge", authentication.wish().challenge())
        .append("return_url", authentication.wish().returnUrl())
        .append("message_version", authentication.protocol().version())
        .append("method_url", authentication.protocol().methodUrl())
        .append("stage", authentication.stage().name())
        .append("ds_trans_id", authentication.dsTransId())
        .append("acs_trans_id", authentication.acsTransId())
        .append("acs_url", authentication.acsUrl())
        .append("created_at", Date.from(authentication.createdAt()))
        .append("answer_by", date(authentication.answerBy()))
        .append("expires_at", Date.from(authentication.expiresAt()))
        .append("ending", ending == null ? null : ending(ending))
        .append("attention_at", Date.from(ending == null ? authentication.dueAt() : ending.at()));
  }

  static Authentication read(Document found) {
    Document ending = found.get("ending", Document.class);
    return new Authentication(
        found.getString("_id"),
        purchase(found.get("purchase", Document.class)),
        new Wish(
            found.getBoolean("mandatory"),
            found.getString("challenge"),
            found.getString("return_url")),
        new Protocol(found.getString("message_version"), found.getString("method_url")),
        Stage.valueOf(found.getString("stage")),
        found.getString("ds_trans_id"),
        found.getString("acs_trans_id"),
        found.getString("acs_url"),
        found.getDate("created_at").toInstant(),
        instant(found.getDate("answer_by")),
        found.getDate("expires_at").toInstant(),
        ending == null ? null : ending(ending));
  }

  private static Document purchase(Purchase purchase) {
    return new Document("payment_id", purchase.paymentId())
        .append("merchant_id", purchase.merchantId())
        .append("merchant_name", purchase.merchantName())
        .append("mode", purchase.mode().code())
        .append("mcc", purchase.mcc())
        .append("token", purchase.token())
        .append("brand", purchase.brand())
        .append("last4", purchase.last4())
        .append("amount", purchase.amount().minorUnits())
        .append("currency", purchase.amount().currency().getCurrencyCode())
        .append("installments", purchase.installments())
        .append("email", purchase.email())
        .append("ip", purchase.ip())
        .append("device_id", purchase.deviceId());
  }

  private static Purchase purchase(Document found) {
    return new Purchase(
        found.getString("payment_id"),
        found.getString("merchant_id"),
        found.getString("merchant_name"),
        Mode.of(found.getString("mode")),
        found.getString("mcc"),
        found.getString("token"),
        found.getString("brand"),
        found.getString("last4"),
        Money.of(found.getLong("amount"), found.getString("currency")),
        found.getInteger("installments"),
        found.getString("email"),
        found.getString("ip"),
        found.getString("device_id"));
  }

  private static Document ending(Ending ending) {
    return new Document("outcome", ending.outcome().name())
        .append("flow", ending.flow().name())
        .append("eci", ending.eci())
        .append("proof", ending.proof())
        .append("reason", ending.reason())
        .append("at", Date.from(ending.at()));
  }

  private static Ending ending(Document found) {
    return new Ending(
        Outcome.valueOf(found.getString("outcome")),
        Flow.valueOf(found.getString("flow")),
        found.getString("eci"),
        found.getString("proof"),
        found.getString("reason"),
        found.getDate("at").toInstant());
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
