package io.openvpos.fraud.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySetTest {

  @Test
  void behavesAsASetUnderRandomAddsAndRemoves() {
    long seed = Long.getLong("seed", 20_261_123L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    KeySet keys = new KeySet();
    Set<Long> model = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      long key = 1 + random.nextInt(500) * 64L;
      if (random.nextBoolean()) {
        keys.add(key);
        model.add(key);
      } else {
        keys.remove(key);
        model.remove(key);
      }
      long asked = 1 + random.nextInt(500) * 64L;
      assertThat(keys.contains(asked))
          .as("seed %d, step %d", seed, i)
          .isEqualTo(model.contains(asked));
    }
  }
}
