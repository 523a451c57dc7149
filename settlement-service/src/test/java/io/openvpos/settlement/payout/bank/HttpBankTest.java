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

/// The line to the bank over a real socket, and what its status reports mean.
class HttpBankTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-24T00:00:01Z</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>VPOS</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
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
  void whatIsNoReportIsNoAnswer() {
    try (HttpBank bank = bank()) {
      for (String nonsense : List.of("<html/>", "", "{}", "<Document>")) {
        answer = nonsense;
        assertThatIllegalStateException().as(nonsense).isThrownBy(() -> bank.handOver(file()));
      }
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
