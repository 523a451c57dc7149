package io.openvpos.fraud.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class HourTilesTest {

  private static final long SEED = 20261127;
  private static final long HOUR = HourTiles.HOUR;

  private record Gone(long at, long amount, boolean fraud) {}

  @Test
  void windowsAgreeWithAPlainScanOfTheHoursWhateverIsLateOrForgotten() {
    SplittableRandom random = new SplittableRandom(SEED);
    HourTiles tiles = new HourTiles();
    List<Gone> plain = new ArrayList<>();
    long now = 1_800_000_000_000L;
    for (int step = 0; step < 5_000; step++) {
      now += random.nextLong(HOUR);
      long at = now - (random.nextInt(10) == 0 ? random.nextLong(40 * HOUR) : 0);
      Gone gone = new Gone(at, random.nextLong(1, 100_000), random.nextInt(9) == 0);
      tiles.add(gone.at(), gone.amount(), gone.fraud());
      plain.add(gone);
      if (random.nextInt(50) == 0) {
        long horizon = now - random.nextLong(20 * HOUR, 400 * HOUR);
        tiles.evictThrough(horizon);
        plain.removeIf(each -> Math.floorDiv(each.at(), HOUR) * HOUR <= horizon);
      }
      long after = now - random.nextLong(300 * HOUR);
      long through = after + random.nextLong(200 * HOUR);
      assertThat(tiles.count(after, through))
          .as("seed %d, step %d", SEED, step)
          .isEqualTo(scan(plain, after, through, each -> 1));
      assertThat(tiles.sum(after, through)).isEqualTo(scan(plain, after, through, Gone::amount));
      assertThat(tiles.frauds(after, through))
          .isEqualTo(scan(plain, after, through, each -> each.fraud() ? 1 : 0));
    }
  }

  private static long scan(
      List<Gone> plain, long after, long through, ToLongFunction<Gone> measure) {
    return plain.stream()
        .filter(each -> {
          long begins = Math.floorDiv(each.at(), HOUR) * HOUR;
          return begins > after && begins <= through;
        })
        .mapToLong(measure)
        .sum();
  }
}
