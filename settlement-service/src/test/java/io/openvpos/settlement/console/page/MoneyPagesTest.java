package io.openvpos.settlement.console.page;

import static io.openvpos.settlement.console.page.ConsoleServer.CSRF;
import static io.openvpos.settlement.console.page.ConsoleServer.coded;
import static io.openvpos.settlement.console.page.ConsoleServer.get;
import static io.openvpos.settlement.console.page.ConsoleServer.only;
import static io.openvpos.settlement.console.page.ConsoleServer.post;
import static io.openvpos.settlement.console.page.ConsoleServer.upload;
import static io.openvpos.settlement.console.page.ConsoleWorld.CLOSED;
import static io.openvpos.settlement.console.page.ConsoleWorld.D;
import static io.openvpos.settlement.console.page.ConsoleWorld.OTHERS;
import static io.openvpos.settlement.console.page.ConsoleWorld.REFUSED;
import static io.openvpos.settlement.console.page.ConsoleWorld.REISSUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.Role;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The console's pages of rates, due list and calendar, single payouts and their corrections.
@ExtendWith(ConsoleServer.class)
class MoneyPagesTest {

  private static final String RATES = "/portal/finance/rates";
  private static final String PAYABLES = "/portal/finance/payables";
  private static final String SINGLE = "/portal/finance/single-payouts";
  private static final Role FINANCE = Role.ACQUIRER_FINANCE;
  private static final Set<Role> ALL =
      EnumSet.of(
          Role.ACQUIRER_FINANCE,
          Role.AUDITOR,
          Role.ACQUIRER_OPS,
          Role.MERCHANT_ADMIN,
          Role.MERCHANT_FINANCE);

  @Test
  void eachPageIsForItsRolesOnly() {
    only(ALL, RATES);
    only(ALL, PAYABLES);
    Set<Role> withoutOperations = EnumSet.copyOf(ALL);
    withoutOperations.remove(Role.ACQUIRER_OPS);
    only(withoutOperations, SINGLE);
    only(withoutOperations, SINGLE + "/" + REFUSED);
  }

  @Test
  void aTableIsImportedByOneAndCountsByAnother() throws IOException {
    String sample = sample().replace("26.11.2026", "23.11.2026").replace("11/26", "11/23");
    assertThat(upload(Role.AUDITOR, RATES, sample).statusCode()).isEqualTo(403);
    assertThat(upload(FINANCE, RATES, sample).headers().firstValue("Location"))
        .contains(RATES + "/2026-11-23.1");
    String table = get(FINANCE, RATES + "/2026-11-23.1").body();
    assertThat(table).contains("48,1235", "İkinci kişiyi bekliyor", "EUR, GBP, USD", "/approval");
    assertThat(get(Role.MERCHANT_FINANCE, RATES).body()).doesNotContain("type=\"file\"");
    assertThat(get(Role.MERCHANT_FINANCE, RATES + "/2026-11-23.1").body())
        .contains("48,1235")
        .doesNotContain("/approval");
    assertThat(get(FINANCE, RATES + "?date=2026-11-24").body()).contains("çevrim yapmaz");
    assertThat(post(FINANCE, RATES + "/2026-11-23.1/approval", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(FINANCE, RATES + "/2026-11-23.1/rejection", CSRF).statusCode()).isEqualTo(422);

    String approval = RATES + "/2026-11-23.1/approval";
    assertThat(post("acquirer_finance.umut", approval, CSRF).statusCode()).isEqualTo(303);
    assertThat(get(Role.AUDITOR, RATES + "?date=2026-11-24&lang=en").body())
        .contains("converts by", RATES + "/2026-11-23.1");
    assertThat(get(Role.AUDITOR, RATES + "?date=dün").statusCode()).isEqualTo(422);
    assertThat(get(Role.AUDITOR, RATES + "/2026-11-22.1").statusCode()).isEqualTo(404);
  }

  @Test
  void everythingWrongInAFileOfRatesIsNamedByItsPlace() throws IOException {
    String wrong =
        sample()
            .replace("26.11.2026", "26/11/2026")
            .replace("<ForexBuying>55.8347", "<ForexBuying>elli");

    String refused = upload(FINANCE, RATES, wrong).body();

    assertThat(refused)
        .contains("/Tarih_Date/@Tarih", "/Tarih_Date/Currency/1/ForexBuying", "hiçbir şey");
    assertThat(upload(FINANCE, RATES, sample()).body()).contains("/Tarih_Date/@Tarih");
    assertThat(upload(FINANCE, RATES, "").statusCode()).isEqualTo(422);
  }

  @Test
  void aMerchantSeesItsOwnDueListAndTheAcquirerAny() {
    String own = get(Role.MERCHANT_FINANCE, PAYABLES + "?merchant=m_xyz").body();
    assertThat(own).contains("97,90\u00a0TL", "19,58\u00a0TL").doesNotContain("m_xyz", "m_closed");
    String held = get(Role.ACQUIRER_OPS, PAYABLES + "?merchant=" + OTHERS.merchantId()).body();
    assertThat(held).contains("Şüpheli satış incelemesi", "/portal/merchants/m_xyz#payout-hold");
    assertThat(get(Role.AUDITOR, PAYABLES + "?merchant=m_yok").body()).contains("borç yok");
    assertThat(get(Role.AUDITOR, PAYABLES + "?from=2026-11-24&to=2026-11-23").statusCode())
        .isEqualTo(422);
    assertThat(get(Role.AUDITOR, PAYABLES + "?to=yarın").statusCode()).isEqualTo(422);
  }

  @Test
  void theCalendarPaysAClosedMerchantBelowItsMinimum() {
    String closed = get(Role.AUDITOR, PAYABLES + "?merchant=" + CLOSED.merchantId()).body();

    assertThat(closed).contains("asgari tutarın altında", "25 Kasım 2026", "En az 150,00");
    assertThat(closed.substring(closed.indexOf("Gelecek ödemeler"))).contains("48,95\u00a0TL");
    assertThat(get(Role.AUDITOR, PAYABLES).body()).contains("48,95\u00a0TL");
  }

  @Test
  void aMerchantSeesItsOwnPayoutsOnlyAndNoCorrection() {
    String list = get(Role.MERCHANT_FINANCE, SINGLE + "?merchant=m_xyz").body();
    assertThat(list).contains(REFUSED).doesNotContain("m_xyz");
    String others = SINGLE + "/" + PayoutId.of(OTHERS, D, 0);
    assertThat(get(Role.MERCHANT_FINANCE, others).statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, others).statusCode()).isEqualTo(200);
    assertThat(get(Role.MERCHANT_FINANCE, SINGLE + "/" + REFUSED).body())
        .contains("Banka reddetti", "AC01", REISSUE)
        .doesNotContain("correction");
    assertThat(get(Role.AUDITOR, SINGLE + "?status=rejected").body())
        .contains(REFUSED)
        .doesNotContain(REISSUE);
    assertThat(get(Role.AUDITOR, SINGLE + "?date=x").statusCode()).isEqualTo(422);
  }

  @Test
  void aCorrectedAccountTakesTwoPeopleAndIsGivenOutAgain() {
    String page = SINGLE + "/" + REFUSED;
    String wrong = CSRF + "&iban=TR00&reason=";
    assertThat(post(Role.AUDITOR, page + "/correction", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(FINANCE, page + "/correction", wrong).body())
        .contains("field-iban", "field-reason", "geçerli bir IBAN");
    assertThat(post(FINANCE, page + "/correction/approval", CSRF).statusCode()).isEqualTo(409);
    String wanted = CSRF + "&iban=tr32+0010+0099+9990+1234+5678+90&reason=" + coded("hesap kapalı");
    assertThat(post(FINANCE, page + "/correction", wanted).statusCode()).isEqualTo(303);
    assertThat(post(FINANCE, page + "/correction/approval", CSRF).statusCode()).isEqualTo(403);
    assertThat(get(Role.AUDITOR, page).body())
        .contains("TR320010009999901234567890", "hesap kapalı")
        .doesNotContain("/correction/approval");

    String approval = page + "/correction/approval";
    assertThat(post("acquirer_finance.umut", approval, CSRF).statusCode()).isEqualTo(409);
    assertThat(get(FINANCE, page).body()).contains("name=\"proposal\" value=\"1\"");
    assertThat(post("acquirer_finance.umut", approval, CSRF + "&proposal=1").statusCode())
        .isEqualTo(303);
    assertThat(get(Role.AUDITOR, page + "?lang=en").body())
        .contains("Corrected account", PayoutId.of(ConsoleWorld.MINE, D, 2), "Approved by");
  }

  private static String sample() throws IOException {
    try (InputStream file = MoneyPagesTest.class.getResourceAsStream("/fx/tcmb-sample.xml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
