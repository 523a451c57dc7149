package io.openvpos.authorization.payment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.payment.CardVerification;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MongoVerificationsTest {

  private static final Instant NOON = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void whatWasMadeBeforeIsRemovedAndNothingElse() {
    try (MemoryStore store = new MemoryStore()) {
      MongoVerifications verifications = MongoVerifications.in(store.database());
      CardVerification young = made("ver_2", NOON);
      verifications.add(made("ver_1", NOON.minusMillis(1)));
      verifications.add(young);

      assertThat(verifications.removeMadeBefore(NOON)).isOne();
      assertThat(verifications.removeMadeBefore(NOON)).isZero();

      assertThat(verifications.find("ver_1")).isEmpty();
      assertThat(verifications.find("ver_2")).contains(young);
    }
  }

  private static CardVerification made(String id, Instant at) {
    Attempt attempt = new Attempt("RRN000000001", "000001", at, at.plusSeconds(5));
    return new CardVerification(id, 0, "hash", "m_1", Mode.TEST, attempt, at, null);
  }
}
