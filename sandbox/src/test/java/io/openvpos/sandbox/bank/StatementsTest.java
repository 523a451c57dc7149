package io.openvpos.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.sandbox.process.Http;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.bankstatement.message.StatementReader;
import io.openvpos.settlement.iso20022.IsoSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the simulated bank says was booked, read by the service that it is for.
class StatementsTest {

  private static final String PAYS = "TR330006100519786457841326";
  private static final String SHOP = "TR320010009999901234567890";
  private static final String REFUSED = "TR640006100519786457849401";
  private static final String RETURNED = "TR800006100519786457849404";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aStatementClosesAndTellsWhatCameBack() throws Exception {
    try (BankSimulator bank = BankSimulator.start(folder.resolve("bank.jsonl"), 0)) {
      String report = send(bank, "M-1", "2026-11-24", SHOP, RETURNED, REFUSED);
      assertThat(report)
          .contains("<GrpSts>PART</GrpSts>")
          .contains("<OrgnlEndToEndId>M-1-2</OrgnlEndToEndId><TxSts>RJCT</TxSts>")
          .contains("<OrgnlEndToEndId>M-1-1</OrgnlEndToEndId><TxSts>ACSC</TxSts>");
      send(bank, "M-2", "2026-11-25", SHOP);

      byte[] first = get(bank, "/statements/2026-11-24");
      IsoSchema.CAMT_053.validate(first);
      Statement statement = StatementReader.read(first).getFirst();
      assertThat(statement.closes()).isTrue();
      assertThat(statement.account()).isEqualTo(PAYS);
      assertThat(statement.bookings())
          .extracting(Booking::signed, Booking::endToEndId, Booking::returnReason)
          .containsExactly(
              tuple(-100_00L, "M-1-0", ""),
              tuple(-100_00L, "M-1-1", ""),
              tuple(100_00L, "M-1-1", "AC04"));
      Statement next = StatementReader.read(get(bank, "/statements/2026-11-25")).getFirst();
      assertThat(balances(next).opening()).isEqualTo(balances(statement).closing());

      byte[] notification = get(bank, "/notifications/2026-11-24");
      IsoSchema.CAMT_054.validate(notification);
      assertThat(StatementReader.read(notification).getFirst().bookings())
          .extracting(Booking::id)
          .isEqualTo(statement.bookings().stream().map(Booking::id).toList());
      assertThat(get(bank, "/statements/2026-11-24")).isEqualTo(first);
      assertThat(Http.get(bank.url() + "/statements/2026-11-26").statusCode()).isEqualTo(404);
    }
  }

  private static Statement.Balances balances(Statement statement) {
    return Objects.requireNonNull(statement.balances());
  }

  private static byte[] get(BankSimulator bank, String path) throws Exception {
    return Http.get(bank.url() + path).body().getBytes(StandardCharsets.UTF_8);
  }

  private static String send(BankSimulator bank, String id, String date, String... accounts)
      throws Exception {
    StringBuilder payments = new StringBuilder();
    for (int i = 0; i < accounts.length; i++) {
      payments
          .append("<CdtTrfTxInf><PmtId><EndToEndId>")
          .append(id + "-" + i)
          .append("</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"TRY\">100.00</InstdAmt></Amt>")
          .append("<CdtrAcct><Id><IBAN>" + accounts[i] + "</IBAN></Id></CdtrAcct></CdtTrfTxInf>");
    }
    String file =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn>"
            + "<GrpHdr><MsgId>"
            + id
            + "</MsgId><CreDtTm>2026-11-23T23:00:00+03:00</CreDtTm><NbOfTxs>"
            + accounts.length
            + "</NbOfTxs><CtrlSum>"
            + accounts.length
            + "00.00</CtrlSum><InitgPty><Nm>A</Nm></InitgPty></GrpHdr><PmtInf><PmtInfId>P</PmtInfId>"
            + "<ReqdExctnDt><Dt>"
            + date
            + "</Dt></ReqdExctnDt><DbtrAcct><Id><IBAN>"
            + PAYS
            + "</IBAN></Id></DbtrAcct>"
            + payments
            + "</PmtInf></CstmrCdtTrfInitn></Document>";
    return Http.post(bank.url() + "/payment-files", "application/xml", file).body();
  }
}
