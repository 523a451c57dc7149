package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.money.Mode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens sessions: once for each key.
public final class OpenCheckout {

  /// As payments keep their answers.
  private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

  private static final int ID_DIGITS = 26;
  private static final int RADIX = 36;

  private final CheckoutSessions sessions;
  private final Merchants merchants;
  private final CheckoutSettings settings;
  private final SecureRandom random;
  private final Clock clock;

  public OpenCheckout(
      CheckoutSessions sessions,
      Merchants merchants,
      CheckoutSettings settings,
      SecureRandom random,
      Clock clock) {
    this.sessions = sessions;
    this.merchants = merchants;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /// A valid request for a session.
  ///
  /// @param key made of the merchant and the idempotency key
  /// @param email the payer's as the shop knows it
  /// @param lasts null: as long as usual
  public record Order(
      String key,
      String requestHash,
      String merchantId,
      Mode mode,
      Sale sale,
      @Nullable String email,
      ShopAddresses addresses,
      @Nullable Duration lasts) {}

  /// What opening came to.
  public sealed interface Opening {

    /// The session of the key.
    ///
    /// @param again true if an earlier request opened it
    record Opened(CheckoutSession session, boolean again) implements Opening {}

    /// The key was used with another body.
    record KeyReused() implements Opening {}

    /// The key was used so long ago that its answer is gone.
    record KeyExpired() implements Opening {}

    record Wrong(String pointer, String code) implements Opening {}

    /// The merchant takes no payments in this mode.
    record NotActive() implements Opening {}
  }

  public Opening open(Order order) {
    return repeated(order).orElseGet(() -> first(order));
  }

  private Optional<Opening> repeated(Order order) {
    return sessions
        .byKey(order.key())
        .map(known -> {
          if (!known.terms().requestHash().equals(order.requestHash())) {
            return new Opening.KeyReused();
          }
          Instant forgotten = known.terms().createdAt().plus(ANSWERS_KEPT);
          return clock.instant().isBefore(forgotten)
              ? new Opening.Opened(known, true)
              : new Opening.KeyExpired();
        });
  }

  private Opening first(Order order) {
    return refusal(order)
        .orElseGet(() -> {
          CheckoutSession session = CheckoutSession.opened(terms(order));
          return sessions.add(session)
              ? new Opening.Opened(session, false)
              : repeated(order).orElseThrow();
        });
  }

  /// Why no session is opened for an order whose key is new; empty if one would be.
  Optional<Opening> refusal(Order order) {
    return merchants
        .find(order.merchantId())
        .filter(MerchantTerms::isActive)
        .filter(terms -> terms.modes().contains(order.mode()))
        .map(merchant -> against(order, merchant))
        .orElseGet(() -> Optional.of(new Opening.NotActive()));
  }

  private static Optional<Opening> against(Order order, MerchantTerms merchant) {
    if (!merchant.currencies().contains(order.sale().amount().currency())) {
      return Optional.of(new Opening.Wrong("/currency", "currency_not_enabled"));
    }
    if (order.sale().captureMethod() == CaptureMethod.MANUAL
        && !merchant.capture().manualCaptureAllowed()) {
      return Optional.of(new Opening.Wrong("/capture_method", "manual_capture_not_enabled"));
    }
    String frame = order.addresses().frame();
    return frame != null && !merchant.checkout().origins().contains(frame)
        ? Optional.of(new Opening.Wrong("/embed_origin", "origin_not_registered"))
        : Optional.empty();
  }

  private SessionTerms terms(Order order) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Duration lasts = Optional.ofNullable(order.lasts()).orElse(settings.lasts());
    String id = newId("cs_", random);
    Sale sale = order.sale();
    return new SessionTerms(
        order.key(),
        id,
        order.requestHash(),
        order.merchantId(),
        order.mode(),
        sale.amount(),
        sale.orderId(),
        sale.captureMethod(),
        sale.installmentsAllowed(),
        sale.locale(),
        order.email(),
        sale.description(),
        sale.lineItems(),
        sale.metadata(),
        order.addresses(),
        settings.baseUrl() + "/checkout/" + id,
        ReturnAddress.newSecret(random),
        now,
        now.plus(lasts));
  }

  /// 26 digits of base 36 hold 134 random bits.
  public static String newId(String prefix, SecureRandom random) {
    String digits =
        new BigInteger(160, random).mod(BigInteger.valueOf(RADIX).pow(ID_DIGITS)).toString(RADIX);
    return prefix + "0".repeat(ID_DIGITS - digits.length()) + digits;
  }
}
