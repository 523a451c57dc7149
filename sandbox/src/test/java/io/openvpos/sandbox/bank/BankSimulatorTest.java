package io.openvpos.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.process.ChildProcess;
import io.openvpos.sandbox.process.Http;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankSimulatorTest {

  @TempDir Path folder;
  private BankSimulator bank;

  @BeforeEach
  void start() {
    bank = BankSimulator.start(folder.resolve("bank.jsonl"), 0);
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @Test
  void acceptsAFileAndSettlesEachPayment() throws Exception {
    HttpResponse<String> answer = send(file("MSG-1", 2, "150.00"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("pain.002.001.10")
        .contains("<OrgnlMsgId>MSG-1</OrgnlMsgId>")
        .contains("<GrpSts>ACCP</GrpSts>")
        .contains("<OrgnlEndToEndId>PO-1</OrgnlEndToEndId><TxSts>ACSC</TxSts>")
        .contains("<OrgnlEndToEndId>PO-2</OrgnlEndToEndId><TxSts>ACSC</TxSts>");
    assertThat(BankLog.read(bank.log()))
        .singleElement()
        .satisfies(file ->
            assertThat(file.payments())
                .containsExactly(
                    new PaymentFile.Payment(
                        "PO-1", 10_000, "TRY", "TR330006100519786457841326", "2026-11-24"),
                    new PaymentFile.Payment(
                        "PO-2", 5_000, "TRY", "TR330006100519786457841326", "2026-11-24")));
  }

  @Test
  void theSameFileAgainGetsTheSameBytesAndCountsOnceAlsoAfterARestart() throws Exception {
    String first = send(file("MSG-1", 2, "150.00")).body();
    assertThat(send(file("MSG-1", 2, "150.00")).body()).isEqualTo(first);
    bank.close();
    start();
    assertThat(send(file("MSG-1", 2, "150.00")).body()).isEqualTo(first);
    assertThat(BankLog.read(bank.log())).hasSize(1);
  }

  @Test
  void anotherFileUnderAKnownMessageIdIsRefused() throws Exception {
    send(file("MSG-1", 2, "150.00"));
    HttpResponse<String> answer = send(file("MSG-1", 2, "150.00").replace("PO-2", "PO-3"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("<GrpSts>RJCT</GrpSts>").contains("<Cd>DU01</Cd>");
    assertThat(BankLog.read(bank.log())).hasSize(1);
  }

  @Test
  void aFileThatDoesNotAddUpIsRefused() throws Exception {
    assertThat(send(file("MSG-1", 2, "150.01")).body()).contains("<Cd>AM10</Cd>");
    assertThat(send(file("MSG-1", 3, "150.00")).body()).contains("<Cd>AM10</Cd>");
    assertThat(BankLog.read(bank.log())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>",
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"
      })
  void whatIsNoPaymentFileIs400(String body) throws Exception {
    assertThat(send(body).statusCode()).isEqualTo(400);
  }

  @Test
  void otherCallsAreRefused() throws Exception {
    assertThat(Http.get(bank.url() + "/payment-files").statusCode()).isEqualTo(405);
    assertThat(Http.get(bank.url() + "/else").statusCode()).isEqualTo(404);
  }

  @Test
  void runsAloneAndKeepsItsLogWhenKilled() throws Exception {
    Path log = folder.resolve("alone.jsonl");
    try (ChildProcess child =
        ChildProcess.start(BankMain.class, "BANK_READY", "--log", log.toString())) {
      Http.post(
          child.readyValue() + "/payment-files", "application/xml", file("MSG-9", 2, "150.00"));
      child.kill();
    }
    assertThat(BankLog.read(log))
        .singleElement()
        .satisfies(file -> assertThat(file.messageId()).isEqualTo("MSG-9"));
  }

  private HttpResponse<String> send(String body) throws Exception {
    return Http.post(bank.url() + "/payment-files", "application/xml", body);
  }

  private static String file(String messageId, int count, String sum) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
      <CstmrCdtTrfInitn>
        <GrpHdr>
          <MsgId>%s</MsgId><CreDtTm>2026-11-23T23:00:00+03:00</CreDtTm>
          <NbOfTxs>%d</NbOfTxs><CtrlSum>%s</CtrlSum>
          <InitgPty><Nm>Acquirer</Nm></InitgPty>
        </GrpHdr>
        <PmtInf>
          <PmtInfId>P-1</PmtInfId><PmtMtd>TRF</PmtMtd>
          <ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>
          %s
          %s
        </PmtInf>
      </CstmrCdtTrfInitn>
    </Document>
    """
        .formatted(messageId, count, sum, payment("PO-1", "100.00"), payment("PO-2", "50.00"));
  }

  private static String payment(String endToEndId, String amount) {
    return """
    <CdtTrfTxInf>
      <PmtId><EndToEndId>%s</EndToEndId></PmtId>
      <Amt><InstdAmt Ccy="TRY">%s</InstdAmt></Amt>
      <Cdtr><Nm>Shop</Nm></Cdtr>
      <CdtrAcct><Id><IBAN>TR330006100519786457841326</IBAN></Id></CdtrAcct>
    </CdtTrfTxInf>\
    """
        .formatted(endToEndId, amount);
  }
}
