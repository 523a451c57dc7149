package io.openvpos.authorization.issuer.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.PointsAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.vault.OpenedCards;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The question about a card's points, over a real connection.
final class PointsInquiryTest {

  private final IsoServer server = new IsoServer();
  private final TcpIssuerNetwork network =
      new TcpIssuerNetwork(
          new IssuerSettings(
              "127.0.0.1",
              server.port(),
              1,
              8,
              Duration.ofSeconds(5),
              "990001",
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              100,
              false),
          new OpenedCards(),
          Clock.systemUTC());

  @BeforeEach
  void start() {
    network.start();
    await().until(() -> network.connectionsUp() == 1);
  }

  @AfterEach
  void stop() {
    network.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "9002949C000000006111, 6111",
    // Of several parts, what is available in the points account, in lira.
    "3002949C000000900000 9001949C000000000001 9002840C000000000002 9002949C000000000003, 3",
    "9002949D000000006111, 0",
    "3002949C000000900000, 0",
    ", 0"
  })
  void whatIsAvailableInPointsIsRead(@Nullable String amounts, long worth) {
    answers(amounts == null ? null : amounts.replace(" ", ""));

    assertThat(asked(Duration.ofSeconds(60)))
        .isEqualTo(new PointsAnswer.Balance(Money.of(worth, "TRY")));
    IsoMessage sent = server.received.getLast();
    assertThat(sent.getType()).isEqualTo(0x0100);
    assertThat(sent.<String>getObjectValue(3)).isEqualTo("319000");
    assertThat(sent.<String>getObjectValue(4)).isEqualTo("000000000000");
    assertThat(sent.<String>getObjectValue(49)).isEqualTo("949");
  }

  @ParameterizedTest
  @CsvSource({"9002949C00000000611", "9002949X000000006111", "points"})
  void whatIsNoAmountTellsNothing(String amounts) {
    answers(amounts);

    assertThat(asked(Duration.ofSeconds(60))).isEqualTo(new PointsAnswer.Untold());
  }

  @Test
  void anotherCodeIsARefusalAndSilenceTellsNothing() {
    server.behaviour = (request, line) -> line.answer(request, "12");
    assertThat(asked(Duration.ofSeconds(60))).isEqualTo(new PointsAnswer.Declined("12"));

    server.behaviour = (request, line) -> {};
    assertThat(asked(Duration.ofMillis(200))).isEqualTo(new PointsAnswer.Untold());
  }

  private void answers(@Nullable String amounts) {
    server.behaviour =
        (request, line) -> {
          IsoMessage answer = line.response(request, "00");
          if (amounts != null) {
            answer.setValue(54, amounts, IsoType.LLLVAR, 0);
          }
          line.send(answer);
        };
  }

  private PointsAnswer asked(Duration within) {
    Reservation found = network.reserve();
    assertThat(found).isInstanceOf(Reservation.Reserved.class);
    try (IssuerSlot slot = ((Reservation.Reserved) found).slot()) {
      Instant now = Instant.now();
      return network.points(
          new IssuerRequest(
              slot,
              "RRN000000001",
              "mrc_1",
              OpenedCards.typed(),
              Money.of(0, "TRY"),
              1,
              "TERM0001",
              "5411",
              now,
              now.plus(within),
              null,
              null));
    }
  }
}
