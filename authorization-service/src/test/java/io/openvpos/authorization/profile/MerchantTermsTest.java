package io.openvpos.authorization.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.PaymentFixture;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// In how many parts a card is offered to pay.
final class MerchantTermsTest {

  @Test
  void whereNothingIsToldOnlyCreditCardsOfThisCountryPayInParts() {
    MerchantTerms terms = with(Map.of());

    assertThat(terms.mostInstallments("domestic_credit")).isEqualTo(12);
    assertThat(terms.mostInstallments("debit")).isEqualTo(1);
    assertThat(terms.mostInstallments("foreign")).isEqualTo(1);
  }

  @Test
  void whatIsToldHoldsAndNeverPassesTheMerchantsOwn() {
    MerchantTerms terms = with(Map.of("domestic_credit", 9, "commercial", 99));

    assertThat(terms.mostInstallments("domestic_credit")).isEqualTo(9);
    assertThat(terms.mostInstallments("commercial")).isEqualTo(12);
    assertThat(terms.mostInstallments("own_bank")).isEqualTo(1);
  }

  private static MerchantTerms with(Map<String, Integer> limits) {
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
        new CheckoutTerms(false, limits, Set.of()),
        ThreeDSecureTerms.DEFAULT);
  }
}
