package io.openvpos.settlement.payout.correction.mongo;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.payout.correction.Correction;
import io.openvpos.settlement.payout.correction.Correction.Outcome;
import io.openvpos.settlement.payout.correction.Correction.Proposal;
import io.openvpos.settlement.payout.correction.Corrections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MongoCorrectionsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void aCorrectionComesOutAsItWentInAndTheFirstWriterWins() {
    try (MemoryStore store = new MemoryStore()) {
      Corrections corrections = new MongoCorrections(store.versioned("payout_corrections"));
      Correction none = Correction.none(HEAD, D);
      Correction proposed =
          next(none.propose(new Proposal("TR44", "account closed, şube İzmir", "f1", NOW)));
      assertThat(corrections.save(proposed)).isTrue();
      assertThat(corrections.save(proposed)).isFalse();
      Correction read = corrections.find(none.id()).orElseThrow();
      assertThat(read.version()).isEqualTo(1);
      assertThat(read.proposed()).isEqualTo(proposed.proposed());
      assertThat(read.steps()).isEqualTo(proposed.steps());
      assertThat(corrections.toApply()).isEmpty();

      assertThat(corrections.save(next(read.approve(Optional.empty(), "f2", NOW, "TR33"))))
          .isTrue();
      assertThat(corrections.save(next(read.reject("f3", NOW, "late")))).isFalse();
      Correction approved = corrections.find(none.id()).orElseThrow();
      assertThat(approved.approved()).isEqualTo(new Correction.Approved("TR44", "TR33"));
      assertThat(corrections.toApply()).containsExactly(approved);

      corrections.applied(read);
      assertThat(corrections.toApply()).hasSize(1);
      corrections.applied(approved);
      assertThat(corrections.toApply()).isEmpty();
    }
  }

  private static Correction next(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    return ((Outcome.Changed) outcome).next();
  }
}
