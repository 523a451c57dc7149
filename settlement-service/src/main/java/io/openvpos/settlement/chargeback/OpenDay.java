package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.Booked;
import java.util.function.Function;

/// Does work within the open business day: the day does not end before the work has.
public interface OpenDay {

  <T> T within(Function<Booked, T> work);
}
