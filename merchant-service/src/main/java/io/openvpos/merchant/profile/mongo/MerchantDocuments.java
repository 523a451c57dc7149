package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.LiveRequest;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.PayoutHold;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A merchant as a document, without its outbox.
final class MerchantDocuments {

  private MerchantDocuments() {}

  /// All but `_id` and `version`.
  static Document state(Merchant merchant) {
    return new Document("name", merchant.name())
        .append("status", merchant.status().code())
        .append("mcc", merchant.mcc())
        .append("terminal_id", merchant.terminalId())
        .append(
            "registration",
            new Document("number", merchant.registration().number())
                .append("application_id", merchant.registration().applicationId())
                .append("hosted_page_only", merchant.registration().hostedPageOnly()))
        .append("iban", merchant.iban())
        .append("modes", merchant.modes().stream().map(Mode::code).toList())
        .append("currencies", merchant.currencies())
        .append("risk_policy", PolicyDocuments.write(merchant.riskPolicy()))
        .append("capture_rules", PolicyDocuments.write(merchant.captureRules()))
        .append("contracts", ContractDocuments.write(merchant.contracts()))
        .append("api_keys", merchant.apiKeys().stream().map(MerchantDocuments::key).toList())
        .append("live_request", request(merchant.liveRequest()))
        .append("created_at", merchant.createdAt().toString())
        .append("payout_hold", hold(merchant.payoutHold()))
        .append("security", SecurityDocuments.write(merchant.security()));
  }

  private static @Nullable Document hold(@Nullable PayoutHold hold) {
    return hold == null
        ? null
        : new Document("reason", hold.reason())
            .append("by", hold.by())
            .append("at", hold.at().toString());
  }

  private static @Nullable PayoutHold hold(Document stored) {
    Document found = stored.get("payout_hold", Document.class);
    return found == null
        ? null
        : new PayoutHold(
            found.getString("reason"), found.getString("by"), Instant.parse(found.getString("at")));
  }

  private static @Nullable Document request(@Nullable LiveRequest request) {
    return request == null
        ? null
        : new Document("by", request.by()).append("at", request.at().toString());
  }

  private static @Nullable LiveRequest request(Document stored) {
    Document found = stored.get("live_request", Document.class);
    return found == null
        ? null
        : new LiveRequest(found.getString("by"), Instant.parse(found.getString("at")));
  }

  static Merchant read(Document stored) {
    return new Merchant(
        stored.getString("_id"),
        stored.getLong("version"),
        stored.getString("name"),
        Status.of(stored.getString("status")),
        stored.getString("mcc"),
        stored.getString("terminal_id"),
        registration(stored),
        stored.getString("iban"),
        stored.getList("modes", String.class).stream().map(Mode::of).toList(),
        stored.getList("currencies", String.class),
        PolicyDocuments.riskPolicy(stored.get("risk_policy", Document.class)),
        PolicyDocuments.captureRules(stored.get("capture_rules", Document.class)),
        ContractDocuments.read(stored.getList("contracts", Document.class)),
        stored.getList("api_keys", Document.class).stream().map(MerchantDocuments::key).toList(),
        request(stored),
        Instant.parse(stored.getString("created_at")),
        hold(stored),
        SecurityDocuments.read(stored.get("security", Document.class)));
  }

  /// One stored before there were applications has none.
  private static Registration registration(Document stored) {
    Document found = stored.get("registration", Document.class);
    return found == null
        ? Registration.of(stored.getString("terminal_id"), null, false)
        : new Registration(
            found.getString("number"),
            found.getString("application_id"),
            found.getBoolean("hosted_page_only"));
  }

  private static Document key(ApiKey key) {
    Instant revoked = key.revokedAt();
    return new Document("id", key.id())
        .append("hash", key.hash())
        .append("hint", key.hint())
        .append("mode", key.mode().code())
        .append("scope", key.scope().code())
        .append("created_at", key.createdAt().toString())
        .append("revoked_at", revoked == null ? null : revoked.toString())
        .append("limits", SecurityDocuments.write(key.limits()));
  }

  private static ApiKey key(Document stored) {
    String revoked = stored.getString("revoked_at");
    return new ApiKey(
        stored.getString("id"),
        stored.getString("hash"),
        stored.getString("hint"),
        Mode.of(stored.getString("mode")),
        KeyScope.of(stored.getString("scope")).orElseThrow(),
        Instant.parse(stored.getString("created_at")),
        revoked == null ? null : Instant.parse(revoked),
        SecurityDocuments.limits(stored.get("limits", Document.class)));
  }
}
