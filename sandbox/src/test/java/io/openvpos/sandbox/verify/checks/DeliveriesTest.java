package io.openvpos.sandbox.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.verify.books.AuthorizationReading;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The small books with an endpoint that asked for refunds, and the one refund told to it; then a
/// fault is planted and line 10 sees it.
class DeliveriesTest {

  private static final String REFUND = "pay_1:3";

  private final SmallBooks books = SmallBooks.consistent();
  private final Document endpoint =
      new Document("_id", "we_1")
          .append("merchant_id", "m_1")
          .append("mode", "test")
          .append("events", List.of("payment.refunded"))
          .append("enabled", true)
          .append("created_at", Date.from(Instant.parse("2026-11-22T10:00:00Z")))
          .append("version", 0L);
  private final Document delivery =
      new Document("_id", "whd_1")
          .append("endpoint_id", "we_1")
          .append("event_id", "msg_" + new Sha256().add(REFUND).hex().substring(0, 32))
          .append("state", "delivered")
          .append("tries", 1)
          .append("attempts", List.of(new Document("status", 204)))
          .append("next_at", Date.from(Instant.EPOCH));

  @BeforeEach
  void theEndpointWasToldOfTheRefund() {
    books.rows(AuthorizationReading.WEBHOOK_ENDPOINTS).add(endpoint);
    books.rows(AuthorizationReading.WEBHOOK_DELIVERIES).add(delivery);
  }

  @Test
  void whatWasDeliveredOrIsDueHolds() {
    assertThat(books.broken()).isEmpty();
    assertThat(books.detail(10)).contains("1 webhook deliveries for 1 facts asked for");
    delivery.append("state", "pending").append("attempts", List.of());
    assertThat(books.broken()).isEmpty();
  }

  @Test
  void aFactWithoutItsDeliveryBreaksTen() {
    books.rows(AuthorizationReading.WEBHOOK_DELIVERIES).clear();
    assertThat(books.broken()).containsExactly(10);
    assertThat(books.detail(10)).contains("payment.refunded pay_1:3 has no delivery to we_1");
  }

  @Test
  void whatWasGivenUpTooEarlyBreaksTen() {
    delivery.append("state", "failed").append("tries", 2);
    assertThat(books.broken()).containsExactly(10);
  }

  @Test
  void whatAServerThatIsGoneRefusedIsGivenUp() {
    delivery.append("state", "failed").append("attempts", List.of(new Document("status", 410)));
    assertThat(books.broken()).isEmpty();
  }

  @Test
  void whatNobodyAcceptedBreaksTen() {
    delivery.append("attempts", List.of(new Document("status", 500)));
    assertThat(books.broken()).containsExactly(10);
  }

  @Test
  void anEndpointThatWasChangedMayHaveMissedFacts() {
    books.rows(AuthorizationReading.WEBHOOK_DELIVERIES).clear();
    endpoint.append("version", 2L);
    assertThat(books.broken()).isEmpty();
  }
}
