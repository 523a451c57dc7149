package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.Move;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where cases are kept, each with its facts that are not known to be told yet.
public interface Chargebacks {

  /// Which cases to list; null means any.
  record Query(
      @Nullable ChargebackStatus status, @Nullable String merchantId, @Nullable String mode) {}

  /// False if there is a case of that id.
  boolean open(Move.Made opened);

  /// False if somebody else has changed it meanwhile.
  boolean save(Move.Made changed);

  Optional<Chargeback> find(String id);

  /// Every case about one capture.
  List<Chargeback> ofSale(String arn);

  /// In the order of their ids, after `startingAfter` if given.
  List<Chargeback> list(Query query, @Nullable String startingAfter, int limit);

  /// Cases nobody answered whose last day is before `today`.
  List<Chargeback> lapsed(LocalDate today, int limit);

  /// Returns when the broker has acknowledged every fact stored before, whoever left it.
  void sendEverything();
}
