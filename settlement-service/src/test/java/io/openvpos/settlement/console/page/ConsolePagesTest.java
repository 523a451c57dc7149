package io.openvpos.settlement.console.page;

import static io.openvpos.settlement.console.page.ConsoleServer.CSRF;
import static io.openvpos.settlement.console.page.ConsoleServer.coded;
import static io.openvpos.settlement.console.page.ConsoleServer.get;
import static io.openvpos.settlement.console.page.ConsoleServer.only;
import static io.openvpos.settlement.console.page.ConsoleServer.post;
import static io.openvpos.settlement.console.page.ConsoleServer.send;
import static io.openvpos.settlement.console.page.ConsoleServer.upload;
import static io.openvpos.settlement.console.page.ConsoleWorld.D;
import static io.openvpos.settlement.console.page.ConsoleWorld.FILE;
import static io.openvpos.settlement.console.page.ConsoleWorld.MINE;
import static io.openvpos.settlement.console.page.ConsoleWorld.OTHERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.Role;
import io.openvpos.settlement.batch.domain.BatchId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The finance console over real HTTP, on stores in memory: days, batches, payout files, exceptions
/// and chargebacks.
@ExtendWith(ConsoleServer.class)
class ConsolePagesTest {

  @Test
  void aCertifiedDayShowsWhatIssuersAuthorized() {
    String day = "/portal/finance/days/" + D;
    assertThat(get(Role.AUDITOR, day + "?lang=en").body())
        .contains("Authorized by issuers", "350.00", "70.00", "Still held", "180.00");
    assertThat(get(Role.AUDITOR, day + "?lang=tr").body()).contains("Hâlâ blokede", "180,00");
    assertThat(get(Role.AUDITOR, "/portal/finance/days/" + D.plusDays(1) + "?lang=en").body())
        .doesNotContain("Still held");
  }

  @Test
  void eachPageIsForItsRolesOnly() {
    Set<Role> finance = EnumSet.of(Role.ACQUIRER_FINANCE, Role.AUDITOR);
    Set<Role> all =
        EnumSet.of(
            Role.ACQUIRER_FINANCE,
            Role.AUDITOR,
            Role.ACQUIRER_OPS,
            Role.MERCHANT_ADMIN,
            Role.MERCHANT_FINANCE);
    only(finance, "/portal/finance/days");
    only(finance, "/portal/finance/days/" + D);
    only(finance, "/portal/finance/days/net-by-day");
    only(finance, "/portal/finance/payouts");
    only(finance, "/portal/finance/payouts/" + FILE);
    Set<Role> acquirer = EnumSet.of(Role.ACQUIRER_FINANCE, Role.AUDITOR, Role.ACQUIRER_OPS);
    only(acquirer, "/portal/finance/exceptions");
    only(acquirer, "/portal/finance/exceptions/rx_1");
    only(all, "/portal/finance/chargebacks");
    only(all, "/portal/finance/chargebacks/cb_1");
    only(all, "/portal/finance/batches");
    only(all, "/portal/finance/batches/" + BatchId.of(D, MINE));
    only(all, "/portal/finance/batches/" + BatchId.of(D, MINE) + "/line?seq=1");
  }

  @Test
  void whoIsNotSignedInIsSentToSignIn() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(ConsoleServer.at("/portal/finance/days")));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/portal/sign-in?next="));
  }

  @Test
  void aMerchantSeesItsOwnBatchesOnly() {
    String list = get(Role.MERCHANT_FINANCE, "/portal/finance/batches?merchant=m_xyz").body();

    assertThat(list).contains(BatchId.of(D, MINE)).doesNotContain(BatchId.of(D, OTHERS));
    assertThat(
            get(Role.MERCHANT_FINANCE, "/portal/finance/batches/" + BatchId.of(D, OTHERS))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDayShowsItsFiguresAsItsReaderWritesThem() {
    String turkish = get(Role.AUDITOR, "/portal/finance/batches/" + BatchId.of(D, MINE)).body();
    String english =
        get(Role.AUDITOR, "/portal/finance/batches/" + BatchId.of(D, MINE) + "?lang=en").body();

    assertThat(turkish).contains("97,90\u00a0TL").contains("23 Kasım 2026");
    assertThat(english).contains("97.90\u00a0TRY").contains("23 November 2026");
  }

  @Test
  void anUnknownDayOrBatchIsAPageThatSaysSo() {
    assertThat(get(Role.AUDITOR, "/portal/finance/days/2020-01-01").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, "/portal/finance/days/Şubat").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, "/portal/finance/batches/none").statusCode()).isEqualTo(404);
    String line = "/portal/finance/batches/" + BatchId.of(D, MINE) + "/line?seq=";
    assertThat(get(Role.AUDITOR, line + "nine").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, line + "1&lang=tr").body())
        .contains("Valör", "Defter kaydı", "/ledger/entries/");
  }

  @Test
  void onlyFinanceClosesADayAndOnlyByTheForm() {
    String open = "/portal/finance/days/" + D.plusDays(1);

    assertThat(get(Role.AUDITOR, open).body()).doesNotContain("/close");
    assertThat(post(Role.AUDITOR, open + "/close", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_FINANCE, open + "/close", "guess").statusCode()).isEqualTo(403);
    assertThat(ConsoleWorld.DAYS.stores.dayLog().find(D.plusDays(1)).orElseThrow().cutOffAt())
        .isNull();

    assertThat(get(Role.ACQUIRER_FINANCE, open).body()).contains(open + "/close");
    assertThat(post(Role.ACQUIRER_FINANCE, open + "/close", CSRF).statusCode()).isEqualTo(303);
    assertThat(get(Role.ACQUIRER_FINANCE, open + "?lang=en").body()).contains("Closing");
  }

  @Test
  void aFileIsProposedHereAndWaitsForASecondPerson() {
    String path = "/portal/finance/payouts/" + FILE;
    assertThat(post(Role.AUDITOR, path + "/release", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/reject", CSRF).statusCode()).isEqualTo(422);

    assertThat(post(Role.ACQUIRER_FINANCE, path + "/release", CSRF).statusCode()).isEqualTo(409);
    assertThat(get(Role.ACQUIRER_FINANCE, path).body()).contains("name=\"steps\" value=\"0\"");
    String read = CSRF + "&steps=0";
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/release", read).statusCode()).isEqualTo(303);
    assertThat(get(Role.AUDITOR, path).body()).contains("İkinci kişiyi bekliyor", "Önerdi");
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/release", read).statusCode()).isEqualTo(409);
    assertThat(post("acquirer_finance.umut", path + "/release", read).body())
        .contains("Önce yeniden bakın");
  }

  @Test
  void anExceptionIsTakenWrittenAboutAndSettledByTwo() {
    String path = "/portal/finance/exceptions/rx_1";
    Role finance = Role.ACQUIRER_FINANCE;
    assertThat(post(Role.AUDITOR, path + "/owner", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_OPS, path + "/owner", CSRF).statusCode()).isEqualTo(303);
    assertThat(post(finance, path + "/notes", CSRF).statusCode()).isEqualTo(422);
    assertThat(post(finance, path + "/notes", CSRF + "&text=" + coded("Ağ aradı")).statusCode())
        .isEqualTo(303);
    assertThat(post(Role.ACQUIRER_OPS, path + "/resolution", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(finance, path + "/resolution", CSRF + "&kind=adjusted&note=x").body())
        .contains("field-adjustment_id");

    String proposal = CSRF + "&kind=network_corrects&note=" + coded("Yarınki dosyada");
    assertThat(post(finance, path + "/resolution", proposal).statusCode()).isEqualTo(303);
    assertThat(post(finance, path + "/confirmation", CSRF).statusCode()).isEqualTo(403);

    String page = get(Role.AUDITOR, path).body();
    assertThat(page)
        .contains("Tutarlar farklı", "100,01", "Ağ aradı", "Yarınki dosyada", "acquirer_ops@")
        .doesNotContain("/confirmation");
    assertThat(get(finance, "/portal/finance/exceptions?status=proposed").body()).contains("rx_1");
    assertThat(get(finance, "/portal/finance/exceptions").body()).doesNotContain("rx_1");
  }

  @Test
  void aMerchantAnswersItsOwnChargebackOnlyAndWithEvidence() {
    String path = "/portal/finance/chargebacks/cb_1";
    Role merchant = Role.MERCHANT_ADMIN;
    assertThat(get(merchant, "/portal/finance/chargebacks").body())
        .contains("cb_1")
        .doesNotContain("cb_2");
    assertThat(get(merchant, "/portal/finance/chargebacks/cb_2").statusCode()).isEqualTo(404);
    assertThat(post(merchant, "/portal/finance/chargebacks/cb_2/acceptance", CSRF).statusCode())
        .isEqualTo(404);
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/acceptance", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(merchant, path + "/representment", CSRF).statusCode()).isEqualTo(422);
    assertThat(upload(merchant, path + "/evidence", "not a picture").statusCode()).isEqualTo(422);

    assertThat(upload(merchant, path + "/evidence", "%PDF-1.7 irsaliye").statusCode())
        .isEqualTo(303);
    String page = get(merchant, path).body();
    assertThat(page).contains("application/pdf", "Son yanıt günü", "60,00");
    String file = page.substring(page.indexOf(path + "/evidence/")).split("\"", 2)[0];
    assertThat(get(Role.AUDITOR, file).body()).isEqualTo("%PDF-1.7 irsaliye");
    assertThat(post(merchant, path + "/representment", CSRF + "&note=Teslim+edildi").statusCode())
        .isEqualTo(303);
    assertThat(get(merchant, path).body()).contains("İtiraz edildi", "Teslim edildi");
    assertThat(post(merchant, path + "/acceptance", CSRF).statusCode()).isEqualTo(409);
  }
}
