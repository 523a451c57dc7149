package io.openvpos.settlement.payout.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line to the bank over a real socket, and what its status reports mean.
class HttpBankTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-24T00:00:01Z</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>R-id1</OrgnlMsgId>
          <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>VPOS</OrgnlPmtInfId>
          <TxInfAndSts><OrgnlEndToEndId>e1</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
          <TxInfAndSts><OrgnlEndToEndId>e2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
            <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>
          <TxInfAndSts><OrgnlEndToEndId>e3</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts>
          <TxInfAndSts><OrgnlEndToEndId>e4</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
        </OrgnlPmtInfAndSts>
      </CstmrPmtStsRpt></Document>
      """;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  private volatile int status = 200;
  private volatile String answer = REPORT;
  private volatile String asked = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/payment-files",
        exchange -> {
          asked =
              exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsPostedAndItsReportRead() {
    try (HttpBank bank = bank()) {
      assertThat(bank.handOver(file()))
          .containsExactly(
              new Answer.Paid("e1"),
              new Answer.Refused("e2", "AC01"),
              new Answer.Refused("e3", "NARR"));
    }
    assertThat(asked).startsWith("application/xml <?xml").contains("<MsgId>R-id1</MsgId>");
  }

  @Test
  void aFileRefusedAsAWholeIsRefusedForEveryPayout() {
    answer = report("R-id1", "<GrpSts>RJCT</GrpSts>" + reason("AM10"), "");
    assertThat(answers()).containsExactly(new Answer.Refused("id1", "AM10"));
    answer = report("R-id1", "<GrpSts>RJCT</GrpSts>", "");
    assertThat(answers()).containsExactly(new Answer.Refused("id1", "NARR"));
  }

  @Test
  void aBlockRefusedIsRefusedForEveryPayoutInIt() {
    answer = report("R-id1", "", block("R-id1", "<PmtInfSts>RJCT</PmtInfSts>" + reason("AC01")));
    assertThat(answers()).containsExactly(new Answer.Refused("id1", "AC01"));
    answer = report("R-id1", "", block("R-id1/2", "<PmtInfSts>RJCT</PmtInfSts>" + reason("AC01")));
    assertThat(answers()).isEmpty();
  }

  @Test
  void theNearestStatusCounts() {
    String refused = "<GrpSts>RJCT</GrpSts>" + reason("AM10");
    answer = report("R-id1", refused, block("R-id1", transfer("id1", "ACSC")));
    assertThat(answers()).containsExactly(new Answer.Paid("id1"));
    answer = report("R-id1", refused, block("R-id1", transfer("id1", "PDNG")));
    assertThat(answers()).isEmpty();
    answer = report("R-id1", refused, block("R-id1", "<PmtInfSts>PDNG</PmtInfSts>"));
    assertThat(answers()).isEmpty();
    // Of what is not named, only a refusal is believed.
    answer = report("R-id1", "<GrpSts>ACSC</GrpSts>", "");
    assertThat(answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DU01", "DU02", "DU03", "DU04", "DU05", "AM05"})
  void aDuplicateIsNoRefusal(String code) {
    List<Answer> duplicate = List.of(new Answer.Duplicate("id1", code));
    answer = report("R-id1", "<GrpSts>RJCT</GrpSts>" + reason(code), "");
    // As the simulator answers: by HTTP too.
    status = 409;
    assertThat(answers()).isEqualTo(duplicate);
    status = 200;
    answer = report("R-id1", "", block("R-id1", "<PmtInfSts>RJCT</PmtInfSts>" + reason(code)));
    assertThat(answers()).isEqualTo(duplicate);
    answer =
        report(
            "R-id1",
            "",
            block(
                "R-id1",
                "<TxInfAndSts><OrgnlEndToEndId>id1</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
                    + reason("NARR")
                    + reason(code)
                    + "</TxInfAndSts>"));
    assertThat(answers()).isEqualTo(duplicate);
  }

  @Test
  void aReasonIsTheStatussOwn() {
    answer =
        report(
            "R-id1",
            "",
            block(
                "R-id1",
                "<TxInfAndSts><OrgnlEndToEndId>id1</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
                    + "<OrgnlTxRef><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf></OrgnlTxRef>"
                    + "</TxInfAndSts>"));
    assertThat(answers()).containsExactly(new Answer.Refused("id1", "NARR"));
  }

  @Test
  void aReportOfAnotherFileIsNoAnswer() {
    answer = report("R-id2", "<GrpSts>RJCT</GrpSts>" + reason("AM10"), "");
    assertThatIllegalStateException().isThrownBy(this::answers);
  }

  private List<Answer> answers() {
    try (HttpBank bank = bank()) {
      return bank.handOver(file());
    }
  }

  private static String report(String messageId, String group, String blocks) {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
        + "<GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-24T00:00:01Z</CreDtTm></GrpHdr>"
        + "<OrgnlGrpInfAndSts><OrgnlMsgId>"
        + messageId
        + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
        + group
        + "</OrgnlGrpInfAndSts>"
        + blocks
        + "</CstmrPmtStsRpt></Document>";
  }

  private static String block(String id, String content) {
    return "<OrgnlPmtInfAndSts><OrgnlPmtInfId>"
        + id
        + "</OrgnlPmtInfId>"
        + content
        + "</OrgnlPmtInfAndSts>";
  }

  private static String transfer(String id, String status) {
    return "<TxInfAndSts><OrgnlEndToEndId>"
        + id
        + "</OrgnlEndToEndId><TxSts>"
        + status
        + "</TxSts></TxInfAndSts>";
  }

  private static String reason(String code) {
    return "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>";
  }

  @Test
  void whatIsNoReportIsNoAnswer() {
    try (HttpBank bank = bank()) {
      for (String nonsense : List.of("<html/>", "", "{}", "<Document>")) {
        answer = nonsense;
        assertThatIllegalStateException().as(nonsense).isThrownBy(() -> bank.handOver(file()));
      }
      answer = "the file cannot be read";
      status = 400;
      assertThatIllegalStateException().isThrownBy(() -> bank.handOver(file()));
      answer = REPORT;
      status = 500;
      assertThatIllegalStateException().isThrownBy(() -> bank.handOver(file()));
    }
  }

  @Test
  void aReportCannotReachForAnythingElse() {
    answer =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + REPORT
                .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")
                .replace("AC01", "&x;");
    try (HttpBank bank = bank()) {
      assertThatThrownBy(() -> bank.handOver(file())).isInstanceOf(IllegalStateException.class);
    }
  }

  private HttpBank bank() {
    return new HttpBank(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
        new CreditTransferFile());
  }

  private static PayoutFile file() {
    LocalDate day = LocalDate.parse("2026-11-23");
    return PayoutFile.ofReissue(
        new Payout(
            "id1",
            new Head("m", Mode.TEST, "TRY"),
            day,
            1,
            5_00,
            day,
            Instant.parse("2026-11-23T21:00:00Z"),
            day.plusDays(1),
            new Beneficiary("TR320010009999901234567890", "Shop")),
        Terms.DEBTOR);
  }
}
