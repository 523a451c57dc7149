package io.openvpos.merchant.sitecheck.secret;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an operator may set of the sealed secrets.
///
/// @param key of the sealed secrets, 32 bytes in base64; without it the first instance makes one
///   and keeps it in the store
@ConfigurationProperties("vpos.secrets")
public record SecretsSettings(@Nullable String key) {
  @Override
  public String toString() {
    return "SecretsSettings[]";
  }
}
