package io.openvpos.merchant.ledger.domain.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EndedDaysTest {

  private static final LocalDate D = LocalDate.of(2026, 11, 30);
  private final EndedDays none = EndedDays.none(new Source("authorization.payments.v1", 0));

  @Test
  void beforeAnyMarkerAFactKeepsItsDay() {
    assertThat(none.dayOf(D, 1_000)).isEqualTo(D);
    assertThat(none.dayOf(D.plusDays(1), 1_000)).isEqualTo(D.plusDays(1));
  }

  @Test
  void onlyThePlaceInTheLogDecides() {
    EndedDays ended = none.with(D, 10);

    assertThat(ended.dayOf(D, 9)).isEqualTo(D);
    assertThat(ended.dayOf(D, 11)).isEqualTo(D.plusDays(1));
    assertThat(ended.dayOf(D.plusDays(1), 9)).isEqualTo(D.plusDays(1));
    assertThat(ended.dayOf(D.plusDays(1), 11)).isEqualTo(D.plusDays(1));
  }

  @Test
  void theFirstMarkerCounts() {
    EndedDays ended = none.with(D, 10).with(D, 20);

    assertThat(ended).isEqualTo(none.with(D, 10));
    assertThatThrownBy(() -> ended.with(D, 9)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReplayDecidesTheSameWithAllMarkersKnown() {
    EndedDays before = none.with(D, 10);
    EndedDays after = before.with(D.plusDays(1), 30).with(D.plusDays(2), 50);

    for (long offset = 0; offset < 30; offset++) {
      assertThat(after.dayOf(D, offset)).isEqualTo(before.dayOf(D, offset));
    }
    assertThat(after.dayOf(D, 31)).isEqualTo(D.plusDays(2));
    assertThat(after.dayOf(D, 51)).isEqualTo(D.plusDays(3));
  }
}
