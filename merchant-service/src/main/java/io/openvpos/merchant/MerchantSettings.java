package io.openvpos.merchant;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of merchant-service.
///
/// @param authorizationUrl the API edge: asked for payments and card classes on behalf of a caller
/// @param bootstrapUsers created at the start if their address is not taken
@ConfigurationProperties("vpos.merchant")
public record MerchantSettings(
    @DefaultValue("http://127.0.0.1:8080") URI authorizationUrl,
    @DefaultValue List<BootstrapUser> bootstrapUsers) {

  /// Somebody who must be able to sign in after a first start.
  ///
  /// @param roles codes, as `acquirer_ops`
  /// @param merchantId for a merchant's own users
  public record BootstrapUser(
      String email, String password, List<String> roles, @Nullable String merchantId) {
    @Override
    public String toString() {
      return "BootstrapUser[" + email + "]";
    }
  }
}
