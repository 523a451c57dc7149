package io.openvpos.sandbox.network;

import static io.openvpos.sandbox.network.Acquirer.VISA;
import static io.openvpos.sandbox.network.Acquirer.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import io.openvpos.sandbox.network.NetworkFaults.Delivery;
import io.openvpos.sandbox.process.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardNetworkSimulatorTest {

  private static final int LATE_MILLIS = 2_000;

  @TempDir Path folder;
  private final AtomicReference<Delivery> delivery = new AtomicReference<>(Delivery.NORMAL);
  private Path log;
  private CardNetworkSimulator network;
  private Acquirer acquirer;

  @BeforeEach
  void start() throws Exception {
    log = folder.resolve("network.jsonl");
    NetworkFaults faults =
        new NetworkFaults() {
          @Override
          public Delivery delivery(NetworkRecord decided) {
            return decided.mti().equals("0800") ? Delivery.NORMAL : delivery.get();
          }
        };
    network =
        CardNetworkSimulator.start(
            new CardNetworkSimulator.Settings(0, log, Duration.ofMillis(LATE_MILLIS)),
            Clock.systemUTC(),
            faults);
    acquirer = new Acquirer(network.port());
  }

  @AfterEach
  void stop() throws Exception {
    acquirer.close();
    network.close();
  }

  @ParameterizedTest
  @CsvSource({
    "4155650100416111, 12990, 00",
    "5528790000000008, 12990, 00",
    "9792030000000000, 10000000000, 00",
    "4111111111111129, 12990, 51",
    "4129111111111111, 12990, 05",
    "4125111111111115, 12990, 54",
    "4127111111111113, 12990, 41",
    "4126111111111114, 12990, 43",
    "4242424242424242, 12990, 14",
    "4155650100416112, 12990, 14",
    "4155650100416111, 12905, 05",
    "4155650100416111, 12951, 51",
    "4155650100416111, 12954, 54",
    "4155650100416111, 12991, 91",
    // Faults are for approving cards only.
    "4129111111111111, 12998, 05"
  })
  void cardAndAmountDecideAnAuthorization(String pan, long amount, String code) throws Exception {
    IsoMessage answer = acquirer.exchange(acquirer.authorization(1, "RRN000000001", pan, amount));
    assertThat(answer.getType()).isEqualTo(0x110);
    assertThat(text(answer, 39)).isEqualTo(code);
    assertThat(text(answer, 11)).isEqualTo("000001");
    assertThat(text(answer, 37)).isEqualTo("RRN000000001");
    assertThat(text(answer, 38).isEmpty()).isEqualTo(!code.equals("00"));
    assertThat(answer.hasField(2)).isFalse();
    assertThat(answer.hasField(48)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Who, why and which: the first is named, later ones name it.
    "INST=01;CVC=987;COF=CRF, 00",
    "INST=01;COF=MRS;NTID=FIRST, 00",
    "INST=01;COF=CUS;NTID=FIRST, 00",
    "INST=01;COF=CUS, 00",
    // By the merchant alone: with the name of the first, without a code, and never the first
    // itself.
    "INST=01;COF=MRS, 12",
    "INST=01;COF=MRS;NTID=OTHER, 12",
    "INST=01;COF=CUS;NTID=OTHER, 12",
    "INST=01;CVC=987;COF=MRS;NTID=FIRST, 30",
    "INST=01;COF=MRF, 30",
    "INST=01;COF=CRF;NTID=FIRST, 30",
    "INST=01;COF=XRS;NTID=FIRST, 30",
    "INST=01;NTID=FIRST, 30"
  })
  void whatIsToldOfAKeptCardMustBeTrue(String data, String code) throws Exception {
    String first = KeptCardRules.transactionId("RRN000000009", VISA);
    String other = KeptCardRules.transactionId("RRN000000009", "5528790000000008");
    IsoMessage request = acquirer.authorization(1, "RRN000000001", VISA, 12_990);
    request.setValue(48, data.replace("FIRST", first).replace("OTHER", other), IsoType.LLLVAR, 0);

    IsoMessage answer = acquirer.exchange(request);

    assertThat(text(answer, 39)).isEqualTo(code);
    assertThat(text(answer, 48))
        .isEqualTo(
            code.equals("00") ? "NTID=" + KeptCardRules.transactionId("RRN000000001", VISA) : "");
  }

  @ParameterizedTest
  @CsvSource({
    "4155650100416111, 0, 00",
    "4125111111111115, 0, 54",
    "4242424242424242, 0, 14",
    "4155650100416111, 1, 30"
  })
  void aVerificationIsOfNoAmountAndHoldsNothing(String pan, long amount, String code)
      throws Exception {
    IsoMessage request = acquirer.authorization(1, "RRN000000001", pan, amount);
    request.setValue(3, "380000", IsoType.NUMERIC, 6);

    assertThat(text(acquirer.exchange(request), 39)).isEqualTo(code);
    assertThat(approvals()).allSatisfy(entry -> assertThat(entry.amount()).isZero());
  }

  @ParameterizedTest
  @CsvSource({
    "4155650100416111, 319000, 949, 0, 00, 9002949C000000006111",
    "5528790000000008, 319000, 949, 0, 00, 9002949C000000000008",
    "4155650100416111, 319000, 978, 0, 00, ''",
    "9792030000000000, 319000, 949, 0, 12, ''",
    "4155650100416111, 313000, 949, 0, 12, ''",
    "4125111111111115, 319000, 949, 0, 54, ''",
    "4155650100416111, 319000, 949, 1, 30, ''"
  })
  void pointsAreToldOfCardsThatCollectThem(
      String pan, String processing, String currency, long amount, String code, String points)
      throws Exception {
    IsoMessage request = acquirer.authorization(1, "RRN000000001", pan, amount);
    request.setValue(3, processing, IsoType.NUMERIC, 6);
    request.setValue(49, currency, IsoType.NUMERIC, 3);
    IsoMessage answer = acquirer.exchange(request);

    assertThat(text(answer, 39)).isEqualTo(code);
    assertThat(text(answer, 54)).isEqualTo(points);
    assertThat(approvals()).allSatisfy(entry -> assertThat(entry.isInquiry()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "4155650100416111, 5000, 00",
    "4155650100416111, 5097, 05",
    "4155650100416111, 5005, 00",
    "4129111111111111, 5000, 05"
  })
  void refundsHaveFaultsOfTheirOwn(String pan, long amount, String code) throws Exception {
    IsoMessage answer = acquirer.exchange(acquirer.refund(2, "RRN000000002", pan, amount));
    assertThat(answer.getType()).isEqualTo(0x210);
    assertThat(text(answer, 39)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0100, 12998", "0200, 12996"})
  void theUnansweredAreApprovedInTheLog(String mti, long amount) throws Exception {
    acquirer.send(
        mti.equals("0100")
            ? acquirer.authorization(3, "RRN000000003", VISA, amount)
            : acquirer.refund(3, "RRN000000003", VISA, amount));
    assertOnlyAnEchoIsAnswered();
    assertThat(approvals())
        .singleElement()
        .satisfies(entry -> assertThat(entry.answer()).isEqualTo("NEVER"));
  }

  @Test
  void aLateAnswerLetsOthersOvertakeAndIsLoggedOnReceipt() throws Exception {
    acquirer.send(acquirer.authorization(4, "RRN000000004", VISA, 12_999));
    IsoMessage overtaking =
        acquirer.exchange(acquirer.authorization(5, "RRN000000005", VISA, 12_900));
    assertThat(text(overtaking, 37)).isEqualTo("RRN000000005");
    assertThat(NetworkLog.read(log)).hasSize(2);
    IsoMessage late = acquirer.receive();
    assertThat(text(late, 37)).isEqualTo("RRN000000004");
    assertThat(text(late, 39)).isEqualTo("00");
  }

  @Test
  void manyRequestsInFlightOnSeveralConnectionsAreAllAnswered() throws Exception {
    int requests = 200;
    try (Acquirer other = new Acquirer(network.port())) {
      for (int i = 1; i <= requests; i++) {
        Acquirer line = i % 2 == 0 ? acquirer : other;
        line.send(line.authorization(i, "R" + (10_000_000_000L + i), VISA, 10_000));
      }
      Set<String> answered = new HashSet<>();
      for (int i = 1; i <= requests; i++) {
        answered.add(text((i % 2 == 0 ? acquirer : other).receive(), 37));
      }
      assertThat(answered).hasSize(requests);
    }
  }

  @Test
  void aReversalIsAcknowledgedAtEachRepeatAndCountedOnce() throws Exception {
    acquirer.exchange(acquirer.authorization(6, "RRN000000006", VISA, 12_990));
    List<String> codes = new ArrayList<>();
    codes.add(text(acquirer.exchange(acquirer.advice(0x420, 7, "RRN000000006", 6, 4_000)), 39));
    for (int stan = 8; stan <= 9; stan++) {
      IsoMessage answer = acquirer.exchange(acquirer.advice(0x421, stan, "RRN000000006", 6, 4_000));
      assertThat(answer.getType()).isEqualTo(0x430);
      codes.add(text(answer, 39));
    }
    assertThat(codes).containsOnly("00");
    NetworkPosition position = NetworkPosition.of(NetworkLog.read(log)).get("RRN000000006");
    assertThat(position).isEqualTo(new NetworkPosition("RRN000000006", "949", 1, 12_990, 1, 4_000));
    acquirer.exchange(acquirer.advice(0x420, 10, "RRN000000006", 6, 0));
    assertThat(NetworkPosition.of(NetworkLog.read(log)).values())
        .singleElement()
        .satisfies(later -> {
          assertThat(later.reversals()).isEqualTo(2);
          assertThat(later.outstanding()).isZero();
        });
  }

  @Test
  void aRequestWhoseReversalCameFirstIsDeclinedAlsoAfterARestart() throws Exception {
    acquirer.exchange(acquirer.advice(0x420, 12, "RRN000000011", 11, 0));
    stop();
    start();
    IsoMessage answer = acquirer.exchange(acquirer.authorization(11, "RRN000000011", VISA, 12_990));
    assertThat(text(answer, 39)).isEqualTo("05");
    // A repeat after the restart is acknowledged, and still counted once.
    assertThat(text(acquirer.exchange(acquirer.advice(0x421, 13, "RRN000000011", 11, 0)), 39))
        .isEqualTo("00");
    NetworkPosition position = NetworkPosition.of(NetworkLog.read(log)).get("RRN000000011");
    assertThat(position).isEqualTo(new NetworkPosition("RRN000000011", "949", 0, 0, 1, 0));
  }

  @Test
  void signOnAndEchoAreAnswered() throws Exception {
    assertThat(text(acquirer.exchange(acquirer.management(14, "001")), 39)).isEqualTo("00");
    IsoMessage echo = acquirer.exchange(acquirer.management(15, "301"));
    assertThat(echo.getType()).isEqualTo(0x810);
    assertThat(text(echo, 70)).isEqualTo("301");
  }

  @Test
  void garbageClosesTheConnectionAndNothingElse() throws Exception {
    try (Acquirer rude = new Acquirer(network.port())) {
      rude.sendBytes("0100 nonsense that is long enough to be looked at");
      assertThat(rude.isClosedByNetwork()).isTrue();
    }
    assertThat(text(acquirer.exchange(acquirer.management(16, "301")), 39)).isEqualTo("00");
  }

  @Test
  void neitherPanNorCvcReachTheLog() throws Exception {
    acquirer.exchange(acquirer.authorization(17, "RRN000000017", VISA, 12_990));
    String text = Files.readString(log);
    assertThat(text).doesNotContain(VISA).doesNotContain("987").contains("415565******6111");
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void faultsOfTheLineComeAfterTheDecision(Delivery fault) throws Exception {
    delivery.set(fault);
    acquirer.send(acquirer.authorization(18, "RRN000000018", VISA, 12_990));
    switch (fault) {
      case NORMAL -> assertThat(text(acquirer.receive(), 11)).isEqualTo("000018");
      case SILENT -> assertOnlyAnEchoIsAnswered();
      case DROPPED -> assertThat(acquirer.isClosedByNetwork()).isTrue();
      case GARBAGE ->
          assertThat(new String(acquirer.receiveBytes(), StandardCharsets.US_ASCII))
              .startsWith("9999");
      case DUPLICATE -> {
        assertThat(text(acquirer.receive(), 11)).isEqualTo("000018");
        assertThat(text(acquirer.receive(), 11)).isEqualTo("000018");
      }
      case OTHER_STAN -> assertThat(text(acquirer.receive(), 11)).isEqualTo("000019");
      case LATE -> {
        assertOnlyAnEchoIsAnswered();
        assertThat(text(acquirer.receive(), 11)).isEqualTo("000018");
      }
    }
    assertThat(approvals()).hasSize(1);
  }

  private List<NetworkRecord> approvals() {
    return NetworkLog.read(log).stream().filter(NetworkRecord::isApproval).toList();
  }

  /// The line is handled message by message: when the echo is answered, whatever came before it is
  /// decided and logged, and has had its chance to be answered.
  private void assertOnlyAnEchoIsAnswered() throws Exception {
    IsoMessage answer = acquirer.exchange(acquirer.management(19, "301"));
    assertThat(answer.getType()).isEqualTo(0x810);
  }

  @Test
  void runsAloneAndKeepsItsLogWhenKilled() throws Exception {
    Path alone = folder.resolve("alone.jsonl");
    try (ChildProcess child =
        ChildProcess.start(
            CardNetworkMain.class, "NETWORK_READY", "--port", "0", "--log", alone.toString())) {
      try (Acquirer line = new Acquirer(Integer.parseInt(child.readyValue()))) {
        line.exchange(line.authorization(20, "RRN000000020", VISA, 12_990));
        child.kill();
      }
    }
    assertThat(NetworkLog.read(alone)).singleElement().matches(NetworkRecord::isApproval);
  }
}
