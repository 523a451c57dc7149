package io.openvpos.authorization.webhook.domain;

import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A merchant's server that is told of events. Changes give a new value with the next version.
///
/// @param disabled why and since when nothing is sent; null while it is enabled
/// @param secrets the current one first, then those that still overlap
public record Endpoint(
    String id,
    Owner owner,
    String url,
    EventFilter filter,
    String description,
    @Nullable Disabled disabled,
    List<SigningSecret> secrets,
    Instant createdAt,
    long version) {

  /// Whose events: those of one merchant in one mode.
  public record Owner(String merchantId, Mode mode) {}

  /// Why and since when nothing is sent.
  ///
  /// @param reason `by_merchant`, `gone` or `exhausted`
  public record Disabled(String reason, Instant at) {

    public static final String BY_MERCHANT = "by_merchant";

    /// The endpoint answered 410.
    public static final String GONE = "gone";

    /// A delivery failed to its last try and nothing else got through meanwhile.
    public static final String EXHAUSTED = "exhausted";
  }

  public Endpoint {
    secrets = List.copyOf(secrets);
  }

  public boolean isEnabled() {
    return disabled == null;
  }

  /// Other settings; null keeps what is, but for `standing`: null is enabled.
  public Endpoint changed(
      @Nullable String newUrl,
      @Nullable EventFilter newFilter,
      @Nullable String newDescription,
      @Nullable Disabled standing) {
    return new Endpoint(
        id,
        owner,
        newUrl == null ? url : newUrl,
        newFilter == null ? filter : newFilter,
        newDescription == null ? description : newDescription,
        standing,
        secrets,
        createdAt,
        version + 1);
  }

  public Endpoint disabled(String reason, Instant at) {
    return changed(null, null, null, new Disabled(reason, at));
  }

  /// The new secret signs at once; the current one signs beside it for `overlap`, older ones no
  /// more: two signatures at most.
  public Endpoint rolled(String sealed, Instant at, Duration overlap) {
    Stream<SigningSecret> old =
        overlap.isZero()
            ? Stream.of()
            : Stream.of(new SigningSecret(secrets.getFirst().sealed(), at.plus(overlap)));
    List<SigningSecret> rolled =
        Stream.concat(Stream.of(new SigningSecret(sealed, null)), old).toList();
    return new Endpoint(
        id, owner, url, filter, description, disabled, rolled, createdAt, version + 1);
  }

  /// The same secrets, sealed anew.
  public Endpoint resealed(UnaryOperator<String> renewed) {
    List<SigningSecret> anew =
        secrets.stream()
            .map(secret -> new SigningSecret(renewed.apply(secret.sealed()), secret.until()))
            .toList();
    return new Endpoint(
        id, owner, url, filter, description, disabled, anew, createdAt, version + 1);
  }

  /// The secrets that sign at this time, the current one first.
  public List<SigningSecret> signingAt(Instant at) {
    return secrets.stream().filter(secret -> secret.signsAt(at)).toList();
  }
}
