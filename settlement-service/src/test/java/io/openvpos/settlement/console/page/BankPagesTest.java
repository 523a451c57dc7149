package io.openvpos.settlement.console.page;

import static io.openvpos.settlement.console.page.ConsoleServer.CSRF;
import static io.openvpos.settlement.console.page.ConsoleServer.coded;
import static io.openvpos.settlement.console.page.ConsoleServer.get;
import static io.openvpos.settlement.console.page.ConsoleServer.only;
import static io.openvpos.settlement.console.page.ConsoleServer.post;
import static io.openvpos.settlement.console.page.ConsoleServer.upload;
import static io.openvpos.settlement.console.page.ConsoleWorld.D;
import static io.openvpos.settlement.console.page.ConsoleWorld.OTHERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.Role;
import io.openvpos.settlement.fakes.BankTexts;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The console's pages of the bank's messages and exceptions, of report jobs and of previews.
@ExtendWith(ConsoleServer.class)
class BankPagesTest {

  private static final String MESSAGES = "/portal/finance/bank-messages";
  private static final String EXCEPTIONS = "/portal/finance/bank-exceptions";
  private static final String JOBS = "/portal/finance/report-jobs";
  private static final Role FINANCE = Role.ACQUIRER_FINANCE;
  private static final Set<Role> FINANCE_READS = EnumSet.of(Role.ACQUIRER_FINANCE, Role.AUDITOR);

  @Test
  void eachPageIsForFinanceAndAuditorsOnly() {
    only(FINANCE_READS, MESSAGES);
    only(FINANCE_READS, EXCEPTIONS);
    only(FINANCE_READS, JOBS);
    only(FINANCE_READS, "/portal/finance/days/" + D.plusDays(1) + "/preview");
  }

  @Test
  void aStatementShowsItsBookingsAndWhatFitsNothingIsSettledByTwo() {
    String statement =
        new String(
            BankTexts.statement(
                "ST-1",
                "1000.00",
                "987.58",
                BankTexts.paid(PayoutId.of(OTHERS, D, 0), "0.07", "R1"),
                BankTexts.entry("DBIT", "12.35", "R2", BankTexts.refs("BİLİNMEYEN"))),
            StandardCharsets.UTF_8);
    assertThat(upload(Role.AUDITOR, MESSAGES, statement).statusCode()).isEqualTo(403);
    HttpResponse<String> taken = upload(FINANCE, MESSAGES, statement);
    assertThat(taken.statusCode()).isEqualTo(303);
    String page = taken.headers().firstValue("Location").orElseThrow();
    assertThat(get(Role.AUDITOR, page).body())
        .contains("camt.053.001.08", "-12,35", "Bizim ödememiz olmayan", "BİLİNMEYEN", "ST-1");
    assertThat(upload(FINANCE, MESSAGES, statement).headers().firstValue("Location"))
        .contains(page);
    assertThat(get(Role.AUDITOR, MESSAGES + "?lang=en").body())
        .contains("Exceptions: 1 · Payouts that left: 1", "Taken")
        .doesNotContain("type=\"file\"");
    assertThat(get(FINANCE, MESSAGES).body()).contains("type=\"file\"");

    String list = get(Role.AUDITOR, EXCEPTIONS).body();
    String exception = list.substring(list.indexOf(EXCEPTIONS + "/bx_")).split("\"", 2)[0];
    settle(exception);
  }

  private static void settle(String exception) {
    assertThat(post(Role.AUDITOR, exception + "/owner", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_OPS, exception + "/owner", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(FINANCE, exception + "/owner", CSRF).statusCode()).isEqualTo(303);
    assertThat(post(FINANCE, exception + "/notes", CSRF).statusCode()).isEqualTo(422);
    String note = CSRF + "&text=" + coded("Şubeyi aradım");
    assertThat(post(FINANCE, exception + "/notes", note).statusCode()).isEqualTo(303);
    assertThat(post(FINANCE, exception + "/confirmation", CSRF).statusCode()).isEqualTo(409);
    assertThat(post(FINANCE, exception + "/resolution", CSRF + "&kind=adjusted&note=x").body())
        .contains("field-adjustment_id");
    String proposal = CSRF + "&kind=bank_corrects&note=" + coded("Yarın düzeltecek");
    assertThat(post(FINANCE, exception + "/resolution", proposal).statusCode()).isEqualTo(303);
    assertThat(post(FINANCE, exception + "/confirmation", CSRF).statusCode()).isEqualTo(403);
    String confirmation = exception + "/confirmation";
    assertThat(post("acquirer_finance.umut", confirmation, CSRF).statusCode()).isEqualTo(409);
    String read = "&proposal=" + proposal(exception);
    String later = CSRF + "&kind=explained&note=" + coded("Masraf");
    assertThat(post(FINANCE, exception + "/resolution", later).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = post("acquirer_finance.umut", confirmation, CSRF + read);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Siz baktıktan sonra başka bir çözüm önerildi");
    assertThat(post(FINANCE, exception + "/resolution", proposal).statusCode()).isEqualTo(303);
    assertThat(post("acquirer_finance.umut", confirmation, CSRF + read).statusCode())
        .isEqualTo(303);

    assertThat(get(Role.AUDITOR, exception).body())
        .contains("Banka düzeltiyor", "Şubeyi aradım", "Yarın düzeltecek", "umut", "Çözüldü")
        .doesNotContain("/confirmation");
    assertThat(get(Role.AUDITOR, EXCEPTIONS).body()).doesNotContain("/bx_");
    assertThat(get(Role.AUDITOR, EXCEPTIONS + "?status=resolved").body()).contains("/bx_");
  }

  private static String proposal(String exception) {
    String page = get(FINANCE, exception).body();
    return page.split("name=\"proposal\" value=\"", 2)[1].split("\"", 2)[0];
  }

  @Test
  void whatIsWrongInAMessageIsNamedByLineAndReasonAndNothingIsTaken() {
    HttpResponse<String> noXml = upload(FINANCE, MESSAGES, "<Document>\n<a></Document>");
    assertThat(noXml.statusCode()).isEqualTo(422);
    assertThat(noXml.body()).contains("/message").doesNotContain("<a>");
    String text =
        new String(BankTexts.statement("ST-9", "1.00", "1.00"), StandardCharsets.UTF_8)
            .replace("<Ccy>TRY</Ccy>", "\n<Ccy>lira</Ccy>");
    assertThat(upload(FINANCE, MESSAGES, text).body())
        .contains("/lines/2", "Dosyadan hiçbir şey alınmadı");
    String open = new String(BankTexts.statement("ST-9", "1.00", "2.00"), StandardCharsets.UTF_8);
    assertThat(upload(FINANCE, MESSAGES, open).body()).contains("/statements/ST-9");
    assertThat(get(FINANCE, MESSAGES).body()).doesNotContain("ST-9");
    assertThat(get(FINANCE, MESSAGES + "/bm_none").statusCode()).isEqualTo(404);
  }

  @Test
  void aDayShowsItsPreviewBeforeTheCutAndWhatWasCarriedOver() {
    String tuesday = "/portal/finance/days/" + D.plusDays(1);
    assertThat(get(Role.AUDITOR, tuesday + "/preview?lang=en").body())
        .contains("19.58\u00a0TRY", "25 November 2026");
    assertThat(get(Role.AUDITOR, "/portal/finance/days/" + D + "/preview").statusCode())
        .isEqualTo(409);
    assertThat(get(Role.AUDITOR, tuesday).body())
        .contains(tuesday + "/preview", "Devreden satırlar", "Bu güne yazılanlar")
        .doesNotContain("/check", "Rapor işi");
    assertThat(get(Role.AUDITOR, "/portal/finance/days/" + D).body())
        .contains("Bu günden olup", "/carried-over");
  }

  @Test
  void reportsAreOrderedByFinanceAndCheckedByAuditorsToo() {
    String check = "/portal/finance/days/" + D + "/check";
    assertThat(post(Role.ACQUIRER_OPS, check, CSRF).statusCode()).isEqualTo(403);
    HttpResponse<String> ordered = post(Role.AUDITOR, check, CSRF);
    assertThat(ordered.statusCode()).isEqualTo(303);
    String job = ordered.headers().firstValue("Location").orElseThrow();
    assertThat(get(Role.AUDITOR, job).body()).contains("Dosyaların denetimi", "Bekliyor");
    String open = "/portal/finance/days/" + D.plusDays(1) + "/check";
    assertThat(post(FINANCE, open, CSRF).statusCode()).isEqualTo(409);

    String days = CSRF + "&from=" + D + "&to=" + D;
    assertThat(post(Role.AUDITOR, JOBS, days).statusCode()).isEqualTo(403);
    assertThat(post(FINANCE, JOBS, CSRF + "&from=" + D).statusCode()).isEqualTo(422);
    assertThat(post(FINANCE, JOBS, CSRF + "&from=" + D + "&to=2020-01-01").statusCode())
        .isEqualTo(422);
    assertThat(post(FINANCE, JOBS, days).headers().firstValue("Location"))
        .contains(JOBS + "/make." + D + "." + D);
    assertThat(get(Role.AUDITOR, JOBS).body()).contains("/make." + D, "/check." + D);
  }
}
