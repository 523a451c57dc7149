package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.chargeback.domain.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people do with a case, and what time does.
public final class ChargebackDesk {

  private static final Logger LOGGER = LoggerFactory.getLogger(ChargebackDesk.class);
  private static final int AT_ONCE = 200;

  private final Chargebacks chargebacks;
  private final Clock clock;
  private final ZoneId zone;

  /// @param zone that deadlines are counted in
  public ChargebackDesk(Chargebacks chargebacks, Clock clock, ZoneId zone) {
    this.chargebacks = chargebacks;
    this.clock = clock;
    this.zone = zone;
  }

  public Move represent(String id, List<EvidenceFile> files, String by, String note) {
    Step step = new Step("represented", clock.instant(), by, "", note);
    return move(id, there -> there.represent(today(), files, step));
  }

  public Move accept(String id, String by, String note) {
    Step step = new Step("accepted", clock.instant(), by, "", note);
    return move(id, there -> there.accept(step));
  }

  /// Accepts every case whose last day is over.
  public void lapse() {
    LocalDate today = today();
    Instant now = clock.instant();
    List<Chargeback> lapsed = chargebacks.lapsed(today, AT_ONCE);
    while (!lapsed.isEmpty()) {
      for (Chargeback one : lapsed) {
        move(one.id(), there -> there.lapse(today, now));
        LOGGER.info("chargeback {} was answered by nobody in time", one.id());
      }
      lapsed = lapsed.size() < AT_ONCE ? List.of() : chargebacks.lapsed(today, AT_ONCE);
    }
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /// Decides again on what is there as long as somebody else was faster.
  private Move move(String id, Function<Chargeback, Move> decide) {
    while (true) {
      Move move = decide.apply(chargebacks.find(id).orElseThrow());
      if (!(move instanceof Move.Made made) || chargebacks.save(made)) {
        return move;
      }
    }
  }
}
