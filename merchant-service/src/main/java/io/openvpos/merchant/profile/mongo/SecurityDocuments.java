package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A merchant's security settings as a document.
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
}
