package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.AuthenticationWish;
import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.VerificationOrder;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.SubmittedCards;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the bodies of the payment calls. Each refuses what it does not know and names every wrong
/// field at once.
final class PaymentRequests {

  static final long LARGEST_AMOUNT = 10_000_000_000L;

  private static final int MOST_INSTALLMENTS = 12;
  private static final int LONGEST_ORDER_ID = 100;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_TOKEN = 100;
  private static final int LONGEST_IP = 45;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_DEVICE_ID = 64;
  private static final int MOST_METADATA = 20;
  private static final int LONGEST_METADATA_NAME = 40;
  private static final int LONGEST_METADATA_VALUE = 200;

  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");
  private static final Set<String> CAPTURE_METHODS = Set.of("automatic", "manual");
  private static final Set<String> PAYMENT =
      Set.of(
          "amount",
          "currency",
          "order_id",
          "capture_method",
          "installments",
          "card",
          "token",
          "customer",
          "description",
          "metadata",
          "three_d_secure",
          "credential_on_file");

  private final Vault vault;
  private final Merchants merchants;

  PaymentRequests(Vault vault, Merchants merchants) {
    this.vault = vault;
    this.merchants = merchants;
  }

  /// @param key the idempotency key
  AuthorizationOrder authorization(
      Caller.MerchantKey caller, String path, String key, JsonNode body) {
    Fields fields = Fields.of(body).allowing(PAYMENT);
    fields.require("amount");
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    fields.require("currency");
    String currency = fields.word("currency", CURRENCIES, "invalid_currency");
    String orderId = fields.freeText("order_id", LONGEST_ORDER_ID);
    String method = fields.word("capture_method", CAPTURE_METHODS, "invalid_value");
    Long installments = fields.integer("installments", 1, MOST_INSTALLMENTS);
    Optional<Source> source = source(fields);
    Fields customer = fields.inside("customer").allowing(Set.of("ip", "email", "device_id"));
    String ip = customer.freeText("ip", LONGEST_IP);
    String email = customer.freeText("email", LONGEST_EMAIL);
    String deviceId = customer.visibleAscii("device_id", LONGEST_DEVICE_ID);
    String description = fields.freeText("description", LONGEST_DESCRIPTION);
    Map<String, String> metadata =
        fields.pairs("metadata", MOST_METADATA, LONGEST_METADATA_NAME, LONGEST_METADATA_VALUE);
    Optional<AuthenticationWish> authentication = AuthenticationWishes.read(fields, caller.mode());
    Optional<CredentialOnFile> credential = CredentialFields.read(fields);
    fields.check();
    checkPage(caller, source);
    return new AuthorizationOrder(
        Keys.paymentId(caller.merchantId(), caller.mode(), "POST", path, key),
        CanonicalBody.hash(body, source.map(this::identity).orElse(null)),
        caller.merchantId(),
        caller.mode(),
        Money.of(valid(amount), valid(currency)),
        orderId,
        captureMethod(method),
        installments == null ? 1 : installments.intValue(),
        source.orElseThrow(),
        ip,
        email,
        deviceId,
        description,
        metadata,
        authentication.orElse(null),
        credential.orElse(null));
  }

  /// A shop that may take cards on the acquirer's page only must not have seen this one.
  private void checkPage(Caller.MerchantKey caller, Optional<Source> source) {
    boolean onPageOnly =
        merchants
            .find(caller.merchantId())
            .map(terms -> terms.checkout().hostedPageOnly())
            .orElse(false);
    if (onPageOnly && source.filter(Source.Submitted.class::isInstance).isPresent()) {
      throw ProblemException.of(403, "hosted_page_only");
    }
  }

  private static Optional<Source> source(Fields fields) {
    if (fields.has("card") && fields.has("token")) {
      fields.add("/token", "not_with_card");
      return Optional.empty();
    }
    if (fields.has("token")) {
      return Optional.ofNullable(fields.text("token", LONGEST_TOKEN)).map(Source.Token::new);
    }
    fields.require("card");
    return fields.has("card")
        ? SubmittedCards.read(fields.node("card"), fields).map(Source.Submitted::new)
        : Optional.empty();
  }

  /// @param key the idempotency key
  VerificationOrder verification(
      Caller.MerchantKey caller, String path, String key, JsonNode body) {
    Fields fields =
        Fields.of(body).allowing(Set.of("card", "token", "currency", "store", "customer"));
    fields.require("currency");
    String currency = fields.word("currency", CURRENCIES, "invalid_currency");
    boolean store = fields.flag("store");
    if (store && fields.has("token")) {
      fields.refuse("store", "not_with_token");
    }
    Optional<Source> source = source(fields);
    Fields customer = fields.inside("customer").allowing(Set.of("ip", "device_id"));
    String ip = customer.freeText("ip", LONGEST_IP);
    String deviceId = customer.visibleAscii("device_id", LONGEST_DEVICE_ID);
    fields.check();
    checkPage(caller, source);
    return new VerificationOrder(
        Keys.verificationId(caller.merchantId(), caller.mode(), path, key),
        CanonicalBody.hash(body, source.map(this::identity).orElse(null)),
        caller.merchantId(),
        caller.mode(),
        source.orElseThrow(),
        Currency.getInstance(valid(currency)),
        store,
        ip,
        deviceId);
  }

  private @Nullable String identity(Source source) {
    return source instanceof Source.Submitted submitted ? vault.identity(submitted.card()) : null;
  }

  private static CaptureMethod captureMethod(@Nullable String word) {
    return word == null
        ? CaptureMethod.AUTOMATIC
        : CaptureMethod.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Action capture(JsonNode body) {
    Fields fields = Fields.of(body).allowing(Set.of("amount", "final"));
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    boolean finalCapture = fields.flag("final");
    fields.check();
    return new Action.Capturing(amount, finalCapture);
  }

  static Action voiding(JsonNode body) {
    Fields.of(body).allowing(Set.of()).check();
    return new Action.Voiding();
  }

  static Action refund(JsonNode body) {
    Fields fields = Fields.of(body).allowing(Set.of("amount", "reason"));
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    String reason = fields.freeText("reason", LONGEST_REASON);
    fields.check();
    return new Action.Refunding(amount, reason);
  }

  static Action increment(JsonNode body) {
    Fields fields = Fields.of(body).allowing(Set.of("amount"));
    fields.require("amount");
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    fields.check();
    return new Action.Incrementing(valid(amount));
  }

  private static <T> T valid(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an absent field was not refused");
    }
    return value;
  }
}
