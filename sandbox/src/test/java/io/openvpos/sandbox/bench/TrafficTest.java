package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.scenario.Shop;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class TrafficTest {

  private static final long SEED = 11;

  @Test
  void aboutThreeOfTenSalesAreTheFirstShopsAndTheRestIsSpread() {
    Traffic traffic = traffic(20);
    int[] counts = new int[20];
    for (int i = 0; i < 20_000; i++) {
      counts[traffic.shop()]++;
    }

    assertThat(counts[0]).isBetween(5_700, 6_300);
    assertThat(IntStream.of(counts).skip(1)).allMatch(count -> count > 600 && count < 880);
  }

  @Test
  void oneShopTakesEverything() {
    Traffic traffic = traffic(1);

    assertThat(IntStream.range(0, 100).map(i -> traffic.shop())).containsOnly(0);
  }

  @Test
  void noAmountStandsForAFault() {
    Traffic traffic = traffic(2);

    assertThat(IntStream.range(0, 1_000).mapToLong(i -> traffic.amount()))
        .allMatch(amount -> amount % 100 == 90 && amount >= 2_090 && amount < 200_000);
  }

  @Test
  void theStoresDocumentsAreOfAPaymentsSize() {
    Document document = PaymentSized.inserted("bench_1000000");
    RawBsonDocument bytes = new RawBsonDocument(document, new DocumentCodec());

    assertThat(bytes.getByteBuffer().remaining()).isBetween(1_400, 1_600);
  }

  private static Traffic traffic(int shops) {
    return new Traffic(
        IntStream.range(0, shops).mapToObj(i -> new Shop("http://127.0.0.1:1", "key")).toList(),
        SEED);
  }
}
