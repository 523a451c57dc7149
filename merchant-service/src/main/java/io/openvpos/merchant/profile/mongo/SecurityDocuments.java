package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.messaging.access.AddressRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A merchant's security settings and its keys' limits as documents.
final class SecurityDocuments {

  private SecurityDocuments() {}

  static Document write(SecuritySettings security) {
    ThreeDSecurePolicy policy = security.threeDSecure();
    return new Document(
            "checkout_origins",
            security.checkoutOrigins().stream().map(CheckoutOrigin::value).toList())
        .append(
            "three_d_secure",
            new Document("policy", policy.kind().code())
                .append("above", new Document(new TreeMap<>(policy.above()))));
  }

  /// A merchant stored before there were any has none.
  static SecuritySettings read(@Nullable Document stored) {
    return stored == null
        ? SecuritySettings.DEFAULT
        : new SecuritySettings(
            stored.getList("checkout_origins", String.class).stream()
                .map(CheckoutOrigin::new)
                .toList(),
            policy(stored.get("three_d_secure", Document.class)));
  }

  private static ThreeDSecurePolicy policy(@Nullable Document stored) {
    if (stored == null) {
      return ThreeDSecurePolicy.DEFAULT;
    }
    Map<String, Long> above = new HashMap<>();
    Document amounts = stored.get("above", Document.class);
    amounts.keySet().forEach(currency -> above.put(currency, amounts.getLong(currency)));
    return new ThreeDSecurePolicy(Kind.of(stored.getString("policy")).orElseThrow(), above);
  }

  static Document write(KeyLimits limits) {
    Instant end = limits.expiresAt();
    return new Document("expires_at", end == null ? null : end.toString())
        .append("addresses", limits.addresses().stream().map(AddressRange::toString).toList())
        .append("signing_key", limits.signingKey());
  }

  /// A key stored before there were any has none.
  static KeyLimits limits(@Nullable Document stored) {
    if (stored == null) {
      return KeyLimits.NONE;
    }
    String end = stored.getString("expires_at");
    return new KeyLimits(
        end == null ? null : Instant.parse(end),
        stored.getList("addresses", String.class).stream()
            .map(address -> AddressRange.read(address).orElseThrow())
            .toList(),
        stored.getString("signing_key"));
  }
}
