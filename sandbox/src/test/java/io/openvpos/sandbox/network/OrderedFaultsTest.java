package io.openvpos.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.network.NetworkFaults.Delivery;
import io.openvpos.sandbox.network.NetworkRecord.Original;
import io.openvpos.sandbox.network.OrderedFaults.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderedFaultsTest {

  private final OrderedFaults faults = new OrderedFaults();

  @Test
  void anOrderIsCarriedOutOnceOnTheFirstMessageThatItSuits() {
    faults.order(Fault.ACKNOWLEDGEMENT_LOST);
    faults.order(Fault.ANSWER_TWICE);
    assertThat(faults.delivery(message("0100", "NEVER"))).isEqualTo(Delivery.NORMAL);
    assertThat(faults.done()).isEmpty();
    assertThat(faults.delivery(message("0100", "AT_ONCE"))).isEqualTo(Delivery.DUPLICATE);
    assertThat(faults.delivery(message("0100", "AT_ONCE"))).isEqualTo(Delivery.NORMAL);
    assertThat(faults.delivery(message("0420", "AT_ONCE"))).isEqualTo(Delivery.SILENT);
    assertThat(faults.done())
        .isEqualTo(Map.of(Fault.ANSWER_TWICE, 1, Fault.ACKNOWLEDGEMENT_LOST, 1));
  }

  @Test
  void aLostRequestNeverArrivesAndNothingElseIsLost() {
    faults.order(Fault.REQUEST_LOST);
    assertThat(faults.arrives("0800", "")).isTrue();
    assertThat(faults.arrives("0420", "RRN000000001")).isTrue();
    assertThat(faults.arrives("0200", "RRN000000001")).isFalse();
    assertThat(faults.arrives("0200", "RRN000000002")).isTrue();
  }

  @Test
  void faultsAreOrderedAndCountedOverHttp() {
    try (NetworkFaultPort port = new NetworkFaultPort(0, faults)) {
      Api api = Api.of("http://127.0.0.1:" + port.port());
      assertThat(api.post("/faults/GARBAGE", null).status()).isEqualTo(202);
      assertThat(api.post("/faults/EARTHQUAKE", null).status()).isEqualTo(404);
      assertThat(api.get("/faults").number("GARBAGE")).isZero();
      assertThat(faults.delivery(message("0200", "AT_ONCE"))).isEqualTo(Delivery.GARBAGE);
      assertThat(api.get("/faults").number("GARBAGE")).isEqualTo(1);
    }
  }

  private static NetworkRecord message(String mti, String answer) {
    boolean advice = mti.equals("0420");
    return new NetworkRecord(
        "2026-11-26T12:00:00Z",
        1,
        mti,
        "000000",
        "000001",
        "RRN000000001",
        10_000,
        "949",
        "00",
        advice ? new Original("0100", "000001", "1126120000") : null,
        advice ? 0L : null,
        false,
        advice,
        answer,
        "415565******6111");
  }
}
