package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.PaymentFixture;
import io.openvpos.authorization.profile.CheckoutTerms;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Strict fields: everything wrong is named at once, by pointer and code, and never by value.
final class PaymentRequestsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Caller.MerchantKey CALLER =
      new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET);
  private static final String CARD =
      """
      {"number": "4155650100416111", "expiry_month": 12, "expiry_year": 2030, "cvc": "123"}
      """;

  private final AtomicBoolean pageOnly = new AtomicBoolean();
  private final PaymentRequests requests =
      new PaymentRequests(new OneCardVault(), id -> Optional.of(merchant()));

  private MerchantTerms merchant() {
    MerchantTerms usual = PaymentFixture.merchant();
    return new MerchantTerms(
        usual.merchantId(),
        usual.name(),
        usual.status(),
        usual.modes(),
        usual.currencies(),
        usual.terminalId(),
        usual.mcc(),
        usual.risk(),
        usual.capture(),
        usual.contracts(),
        new CheckoutTerms(pageOnly.get(), Map.of(), Set.of()),
        ThreeDSecureTerms.DEFAULT);
  }

  @Test
  void aShopOfThePageOnlyMaySendTokensAndNoCards() {
    pageOnly.set(true);

    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(body()));
    ObjectNode byToken = body().put("token", "tok_1");
    byToken.remove("card");

    assertThat(refused.code()).isEqualTo("hosted_page_only");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(read(byToken).source()).isInstanceOf(AuthorizationOrder.Source.Token.class);
  }

  @Test
  void aMinimalRequestHasItsDefaults() {
    AuthorizationOrder order = read(body());

    assertThat(order.amount()).isEqualTo(Money.of(12990, "TRY"));
    assertThat(order.installments()).isEqualTo(1);
    assertThat(order.captureMethod().name()).isEqualTo("AUTOMATIC");
    assertThat(order.paymentId()).startsWith("pay_").hasSize(30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount | 12990.0 | invalid_type",
        "amount | \"12990\" | invalid_type",
        "amount | 1e4 | invalid_type",
        "amount | true | invalid_type",
        "amount | null | required",
        "amount | 0 | out_of_range",
        "amount | -1 | out_of_range",
        "amount | 10000000001 | out_of_range",
        "amount | 99999999999999999999999 | out_of_range",
        "currency | \"JPY\" | invalid_currency",
        "currency | \"try\" | invalid_currency",
        "currency | 949 | invalid_type",
        "installments | 0 | out_of_range",
        "installments | 13 | out_of_range",
        "installments | 1.0 | invalid_type",
        "capture_method | \"later\" | invalid_value",
        "order_id | 5 | invalid_type",
        "order_id | \"4155650100416111\" | card_number_not_allowed",
        "description | \"card 4155-6501 0041-6111\" | card_number_not_allowed",
        "customer | {\"email\": \"4155650100416111@a.b\"} | card_number_not_allowed",
        "metadata | {\"a\": \"4155650100416111\"} | card_number_not_allowed",
        "order_id | \"x\\ud800y\" | invalid_text",
        "description | \"\\udc00\" | invalid_text",
        "customer | {\"email\": \"\\udc00\\ud800\"} | invalid_text",
        "metadata | {\"a\": \"\\ud800\"} | invalid_text",
        "metadata | {\"\\ud800\": \"a\"} | invalid_name",
        "customer | [] | invalid_type",
        "customer | {\"device_id\": \"\"} | invalid_text",
        "customer | {\"device_id\": \"two words\"} | invalid_text",
        "customer | {\"device_id\": \"çihaz\"} | invalid_text",
        "customer | {\"device_id\": 7} | invalid_type",
        "customer | {\"device_id\": \"4155650100416111\"} | card_number_not_allowed",
        "metadata | {\"a\": 1} | invalid_type",
        "credential_on_file | {\"initiator\": \"customer\"} | required",
        "credential_on_file | {\"initiator\": \"x\", \"reason\": \"recurring\"} | invalid_value",
        "credential_on_file | {\"initiator\": \"customer\", \"reason\": \"x\"} | invalid_value",
        "unheard_of | 1 | unknown_field"
      })
  void aWrongFieldIsNamed(String field, String value, String code) {
    ObjectNode body = body();
    body.set(field, JSON.readTree(value));

    List<ProblemException.FieldError> errors = errors(body);

    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().code()).isEqualTo(code);
    assertThat(errors.getFirst().pointer()).startsWith("/" + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"initial\": true | /credential_on_file/initial",
        "\"network_transaction_id\": \"1;CVC=1\" | /credential_on_file/network_transaction_id"
      })
  void whatCannotBeSaidOfAKeptCard(String more, String pointer) {
    ObjectNode body = kept(more);

    assertThat(errors(body).stream().map(ProblemException.FieldError::pointer))
        .containsExactly(pointer);
  }

  @Test
  void withoutACustomerNobodyTypesACardOrIsAuthenticated() {
    ObjectNode body = kept("\"initial\": false").put("token", "tok_1");
    body.putObject("three_d_secure").put("return_url", "https://shop.test/");
    assertThat(errors(body))
        .extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
        .containsExactly(tuple("/three_d_secure", "not_by_merchant"));

    body.remove("token");
    body.remove("three_d_secure");
    body.set("card", body().path("card"));
    assertThat(errors(body))
        .extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
        .containsExactly(tuple("/card", "not_by_merchant"));
  }

  private ObjectNode kept(String more) {
    ObjectNode body = body().put("token", "tok_1");
    body.remove("card");
    body.set(
        "credential_on_file",
        JSON.readTree("{\"initiator\": \"merchant\", \"reason\": \"recurring\", " + more + "}"));
    return body;
  }

  @Test
  void aDeviceIsUpTo64VisibleCharacters() {
    ObjectNode body = body();
    body.withObject("/customer").put("device_id", "!~".repeat(32));
    assertThat(read(body).deviceId()).isEqualTo("!~".repeat(32));
    assertThat(read(body()).deviceId()).isNull();

    body.withObject("/customer").put("device_id", "x".repeat(65));
    assertThat(errors(body).getFirst())
        .extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
        .containsExactly("/customer/device_id", "too_long");
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    ObjectNode body = body();
    body.put("amount", 0).put("currency", "JPY").put("installments", 13);
    body.withObject("/card").put("number", "4155650100416112");

    assertThat(errors(body).stream().map(ProblemException.FieldError::pointer))
        .containsExactlyInAnyOrder("/amount", "/currency", "/installments", "/card/number");
  }

  @Test
  void aCardNumberAsFieldNameIsNotRepeated() {
    ObjectNode body = body();
    body.put("4155650100416111", "x");

    assertThat(errors(body).getFirst().pointer()).isEmpty();
  }

  @Test
  void anOrderNumberIsNoCardNumber() {
    for (String orderId : List.of("2026112300001234", "1732354567890", "41556501004161110000")) {
      assertThat(read(body().put("order_id", orderId)).orderId()).isEqualTo(orderId);
    }
  }

  @Test
  void limitsOfFreeTextAreKept() {
    ObjectNode body = body();
    body.put("description", "d".repeat(501));
    body.set(
        "metadata",
        JSON.valueToTree(
            IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"))));

    assertThat(errors(body).stream().map(ProblemException.FieldError::code))
        .containsExactlyInAnyOrder("too_long", "too_many");
    ObjectNode long1 = body();
    long1.set("metadata", JSON.valueToTree(Map.of("k".repeat(41), "v")));
    assertThat(errors(long1).getFirst().code()).isEqualTo("invalid_name");
    ObjectNode long2 = body();
    long2.set("metadata", JSON.valueToTree(Map.of("k", "v".repeat(201))));
    assertThat(errors(long2).getFirst().code()).isEqualTo("too_long");
    ObjectNode wide = body();
    wide.set(
        "metadata",
        JSON.valueToTree(Map.of("\uD83D\uDE00".repeat(40), "\uD83D\uDE00".repeat(200))));
    assertThat(read(wide).metadata()).hasSize(1);
  }

  @Test
  void cardAndTokenExcludeEachOther() {
    ObjectNode both = body();
    both.put("token", "tok_1");
    ObjectNode none = body();
    none.remove("card");

    assertThat(errors(both).getFirst().code()).isEqualTo("not_with_card");
    assertThat(errors(none).getFirst().pointer()).isEqualTo("/card");
  }

  @Test
  void theSameRequestHasTheSameHashWhateverItsOrderAndSecurityCode() {
    ObjectNode other = (ObjectNode) JSON.readTree("{\"card\":" + CARD + "}");
    other.put("currency", "TRY").put("amount", 12990);
    other.withObject("/card").put("cvc", "999");

    assertThat(read(other).requestHash()).isEqualTo(read(body()).requestHash());
  }

  @Test
  void anotherBodyHasAnotherHash() {
    String hash = read(body()).requestHash();

    assertThat(read(body().put("amount", 12991)).requestHash()).isNotEqualTo(hash);
    assertThat(read(body().put("order_id", "A")).requestHash()).isNotEqualTo(hash);
    ObjectNode nested = body();
    nested.set("customer", JSON.valueToTree(Map.of("email", "a@b.c")));
    assertThat(read(nested).requestHash()).isNotEqualTo(hash);
  }

  @Test
  void theKeyAndItsScopeMakeThePaymentId() {
    String id = read(body()).paymentId();

    assertThat(requests.authorization(CALLER, "/v1/payments", "k2", body()).paymentId())
        .isNotEqualTo(id);
    assertThat(
            requests
                .authorization(
                    new Caller.MerchantKey("m_2", Mode.TEST, KeyScope.SECRET),
                    "/v1/payments",
                    "k1",
                    body())
                .paymentId())
        .isNotEqualTo(id);
    assertThat(read(body()).paymentId()).isEqualTo(id);
  }

  @Test
  void operationsAreReadStrictlyToo() {
    JsonNode capture = JSON.readTree("{\"amount\": 5, \"final\": true}");

    assertThat(PaymentRequests.capture(capture)).isEqualTo(new Action.Capturing(5L, true));
    assertThat(PaymentRequests.refund(JSON.createObjectNode()))
        .isEqualTo(new Action.Refunding(null, null));
    assertThat(
            catchThrowableOfType(
                ProblemException.class,
                () -> PaymentRequests.voiding(JSON.readTree("{\"amount\": 5}"))))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                ProblemException.class,
                () -> PaymentRequests.capture(JSON.readTree("{\"final\": \"yes\"}"))))
        .isNotNull();
  }

  private AuthorizationOrder read(ObjectNode body) {
    return requests.authorization(CALLER, "/v1/payments", "k1", body);
  }

  private List<ProblemException.FieldError> errors(ObjectNode body) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(body));
    assertThat(problem.status()).isEqualTo(400);
    return problem.fields();
  }

  private static ObjectNode body() {
    ObjectNode body = (ObjectNode) JSON.readTree("{\"card\":" + CARD + "}");
    return body.put("amount", 12990).put("currency", "TRY");
  }

  /// Knows cards by one fixed identity; nothing here stores any.
  private static final class OneCardVault implements Vault {

    @Override
    public StoredCard store(String merchantId, Mode mode, SubmittedCard card) {
      throw new IllegalStateException("reading a request stores nothing");
    }

    @Override
    public Optional<StoredCard> find(String merchantId, Mode mode, String token, UseReason reason) {
      return Optional.empty();
    }

    @Override
    public StoredCard storeOnce(String merchantId, Mode mode, SubmittedCard card) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean take(String merchantId, Mode mode, String token, String paymentId) {
      return true;
    }

    @Override
    public void remember(String merchantId, Mode mode, String token, String networkTransactionId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String fingerprint(SubmittedCard card) {
      return "fp";
    }

    @Override
    public String identity(SubmittedCard card) {
      return "identity";
    }
  }
}
