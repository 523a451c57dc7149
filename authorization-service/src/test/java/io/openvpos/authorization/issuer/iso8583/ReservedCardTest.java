package io.openvpos.authorization.issuer.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.authorization.vault.OpenedCards;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A place that carries a stored card, on a network with one place.
class ReservedCardTest {

  private final IsoServer server = new IsoServer();
  private final OpenedCards vault = new OpenedCards();
  private final TcpIssuerNetwork network =
      new TcpIssuerNetwork(
          new IssuerSettings(
              "127.0.0.1",
              server.port(),
              1,
              1,
              Duration.ofSeconds(5),
              "990001",
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              100,
              false),
          vault,
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

  @Test
  void aVaultThatIsAwayTakesNoPlace() {
    vault.away(true);
    assertThatThrownBy(() -> network.reserve(OpenedCards.use()))
        .isInstanceOf(VaultUnavailableException.class);

    vault.away(false);
    assertThat(network.reserve(OpenedCards.use())).isInstanceOf(Reservation.Reserved.class);
  }

  @Test
  void aCardThatIsNotInTheVaultIsNotSent() {
    TokenUse unknown = new TokenUse("mrc_1", Mode.TEST, "tok_9", "RRN000000001");

    assertThat(authorized(unknown)).isEqualTo(new IssuerAnswer.NotSent());
    assertThat(server.count(0x0100)).isZero();
  }

  @Test
  void theCardIsReadBeforeItsRequestIsMade() {
    server.behaviour = (request, line) -> line.answer(request, "51");
    Reservation place = network.reserve(OpenedCards.use());
    vault.away(true);

    assertThat(authorized(place)).isEqualTo(new IssuerAnswer.Declined("51"));
  }

  private IssuerAnswer authorized(TokenUse card) {
    return authorized(network.reserve(card));
  }

  private IssuerAnswer authorized(Reservation place) {
    assertThat(place).isInstanceOf(Reservation.Reserved.class);
    try (var slot = ((Reservation.Reserved) place).slot()) {
      Instant now = Instant.now();
      return network.authorize(
          new IssuerRequest(
              slot,
              "RRN000000001",
              "mrc_1",
              null,
              Money.of(100, "TRY"),
              1,
              "TERM0001",
              "5411",
              now,
              now.plusSeconds(60),
              null,
              null));
    }
  }
}
