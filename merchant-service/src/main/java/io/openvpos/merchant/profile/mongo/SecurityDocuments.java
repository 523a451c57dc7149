package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A merchant's security settings as a document.
final class SecurityDocuments {

  private SecurityDocuments() {}

  static Document write(SecuritySettings security) {
    return new Document(
        "checkout_origins",
        security.checkoutOrigins().stream().map(CheckoutOrigin::value).toList());
  }

  /// A merchant stored before there were any has none.
  static SecuritySettings read(@Nullable Document stored) {
    return stored == null
        ? SecuritySettings.DEFAULT
        : new SecuritySettings(
            stored.getList("checkout_origins", String.class).stream()
                .map(CheckoutOrigin::new)
                .toList());
  }
}
