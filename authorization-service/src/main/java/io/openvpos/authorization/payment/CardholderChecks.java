package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.domain.Authentication.Pending;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms.Policy;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.threeds.Authenticate;
import io.openvpos.authorization.threeds.NoAuthentications;
import io.openvpos.authorization.threeds.NoDirectoryServer;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.Purchase;
import io.openvpos.authorization.threeds.domain.Wish;
import io.openvpos.authorization.vault.HeldCodes;
import io.openvpos.authorization.vault.NoHeldCodes;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which payments wait for their cardholder, and begins the waiting.
///
/// @param publicUrl where browsers reach this service, without a slash at its end
public record CardholderChecks(
    Authenticate authenticate, HeldCodes codes, Exemptions exemptions, String publicUrl) {

  /// The payment goes on after its authentication ended; until then the code is needed.
  private static final Duration CODE_OUTLIVES = Duration.ofMinutes(1);

  private static final String NO_PREFERENCE = "01";
  private static final String WANTED = "03";
  private static final String MANDATED = "04";

  /// Where nobody is authenticated.
  public static CardholderChecks none() {
    return new CardholderChecks(
        new Authenticate(
            new NoAuthentications(),
            new NoDirectoryServer(),
            Duration.ofMinutes(1),
            Clock.systemUTC()),
        new NoHeldCodes(),
        new Exemptions(List.of()),
        "");
  }

  /// How the payment's cardholder could be asked; empty if nobody can be.
  Optional<Protocol> way(AuthorizationOrder order, MerchantTerms merchant, StoredCard card) {
    return merchant.authentication().policy() == Policy.OFF || returnUrl(order) == null
        ? Optional.empty()
        : protocol(order, card);
  }

  /// @param way what [#way] found before risk was asked: risk challenges only where there is one
  CardholderNeed need(
      AuthorizationOrder order,
      MerchantTerms merchant,
      StoredCard card,
      Optional<Protocol> way,
      RiskOutcome risk) {
    AuthenticationWish wish = order.authentication();
    if (merchant.authentication().policy() == Policy.OFF) {
      return wish == null
          ? new CardholderNeed.None()
          : unanswerable("/three_d_secure", "three_d_secure_not_enabled");
    }
    boolean policy = merchant.authentication().requires(order.amount());
    if (policy && order.isByMerchant() && !followsAnother(order, card)) {
      return unanswerable("/credential_on_file/network_transaction_id", "required");
    }
    boolean risky = risk.decision() == RiskDecision.CHALLENGE;
    String exemption = claimed(order);
    boolean kept = order.source() instanceof Source.Token;
    if (exemption != null
        && (!policy || order.isByMerchant())
        && !risky
        && exemptions.allow(exemption, order.amount(), risk.score(), kept)) {
      return new CardholderNeed.Exempt(exemption);
    }
    boolean insisted = policy || (wish != null && wish.required());
    String returnUrl = returnUrl(order);
    if (returnUrl == null) {
      return insisted
          ? unanswerable("/three_d_secure/return_url", "required")
          : new CardholderNeed.None();
    }
    String challenge = risky ? MANDATED : insisted ? WANTED : NO_PREFERENCE;
    return way.<CardholderNeed>map(protocol ->
            new CardholderNeed.Authenticated(
                new Wish(insisted || risky, challenge, returnUrl), protocol))
        .orElseGet(() -> insisted ? new CardholderNeed.Impossible() : new CardholderNeed.None());
  }

  /// After the issuer refused for want of it: again, with a challenge, if the shopper can be asked.
  Optional<CardholderNeed.Authenticated> onSoftDecline(AuthorizationOrder order, StoredCard card) {
    String returnUrl = returnUrl(order);
    return returnUrl == null
        ? Optional.empty()
        : protocol(order, card)
            .map(protocol ->
                new CardholderNeed.Authenticated(new Wish(true, MANDATED, returnUrl), protocol));
  }

  /// Begins one, and keeps the card's code for as long. Whoever crashes after this leaves two rows
  /// behind that end by themselves.
  Pending begin(
      AuthorizationOrder order,
      MerchantTerms merchant,
      StoredCard card,
      CardholderNeed.Authenticated need) {
    Purchase purchase =
        new Purchase(
            order.paymentId(),
            order.merchantId(),
            merchant.name(),
            order.mode(),
            merchant.mcc(),
            card.token(),
            card.brand(),
            card.last4(),
            order.amount(),
            order.installments(),
            order.email(),
            order.ip(),
            order.deviceId());
    Authentication begun = authenticate.begin(purchase, need.wish(), need.protocol());
    if (order.source() instanceof Source.Submitted(SubmittedCard submitted)) {
      codes.hold(begun.id(), submitted, begun.expiresAt().plus(CODE_OUTLIVES));
    }
    return new Pending(begun.id(), publicUrl + "/3ds/" + begun.id(), begun.expiresAt());
  }

  private Optional<Protocol> protocol(AuthorizationOrder order, StoredCard card) {
    return authenticate.protocol(order.merchantId(), order.mode(), card.token());
  }

  /// A payment that the shop makes alone is out of the scope of authentication.
  private static @Nullable String claimed(AuthorizationOrder order) {
    AuthenticationWish wish = order.authentication();
    if (order.isByMerchant()) {
      return Exemptions.MERCHANT_INITIATED;
    }
    return wish == null ? null : wish.exemption();
  }

  /// Whether the network can tell which payment the card was kept with. Otherwise a shop that must
  /// authenticate could keep a card that nobody was asked about, and charge it.
  private static boolean followsAnother(AuthorizationOrder order, StoredCard card) {
    CredentialOnFile said = order.credential();
    return said != null
        && said.following(card.networkTransactionId()).networkTransactionId() != null;
  }

  private static @Nullable String returnUrl(AuthorizationOrder order) {
    AuthenticationWish wish = order.authentication();
    return wish == null ? null : wish.returnUrl();
  }

  private static CardholderNeed unanswerable(String pointer, String code) {
    return new CardholderNeed.Unanswerable(new Reply.Invalid(pointer, code));
  }
}
