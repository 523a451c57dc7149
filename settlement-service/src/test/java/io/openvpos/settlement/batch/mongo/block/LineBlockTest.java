package io.openvpos.settlement.batch.mongo.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineBlockTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final String[] TEXTS = {
    "", "a", "Sipariş-1", "Şişli-Çağrı/İĞÜ", "😀", "😁x", "x".repeat(300), "000123", "\u0000\n|,\""
  };

  /// Goal: whatever lines say, they are read as they were written. Method: lines whose every field
  /// is drawn at random, among them absent ones, extremes and texts that differ in half a letter.
  @Test
  void anyLinesAreReadAsTheyWereWritten() {
    long seed = Long.getLong("seed", 20_261_127);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Line> lines =
          IntStream.range(0, random.nextInt(40)).mapToObj(_ -> line(random)).toList();

      assertThat(LineBlock.read(LineBlock.write(lines), Lines.HEAD, DAY)).isEqualTo(lines);
    }
  }

  @Test
  void aBlockOfAnotherFormOrCutShortIsNotRead() {
    byte[] block = LineBlock.write(List.of(Lines.capture(Lines.HEAD, 1, DAY, 100, 1)));
    byte[] other = block.clone();
    other[0] = 2;

    assertThatIllegalStateException().isThrownBy(() -> LineBlock.read(other, Lines.HEAD, DAY));
    assertThatIllegalStateException()
        .isThrownBy(() -> LineBlock.read(Arrays.copyOf(block, block.length + 1), Lines.HEAD, DAY));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> LineBlock.read(Arrays.copyOf(block, block.length - 1), Lines.HEAD, DAY))
        .isInstanceOf(RuntimeException.class);
  }

  private static Line line(Random random) {
    long gross = amount(random);
    long commission = amount(random);
    long tax = amount(random);
    boolean hash = random.nextBoolean();
    return new Line(
        Lines.HEAD,
        random.nextLong(),
        random.nextBoolean() ? Lines.HEAD.id() + "|" + text(random) : text(random),
        List.of(LineType.values()).get(random.nextInt(LineType.values().length)),
        new Source(text(random), random.nextInt(200)),
        DAY,
        random.nextBoolean() ? DAY.minusDays(random.nextInt(900)) : null,
        random.nextBoolean() ? random.nextInt(50) : null,
        new Figures(gross, commission, tax, gross + commission + tax),
        amount(random),
        detail(random),
        hash ? "0123456789abcdef".repeat(4) : text(random),
        moment(random));
  }

  private static Detail detail(Random random) {
    return new Detail(
        text(random),
        optional(random),
        text(random),
        moment(random),
        text(random),
        text(random),
        random.nextInt(13),
        optional(random),
        optional(random),
        random.nextInt(400),
        1 + random.nextInt(12),
        new ReserveTerms(random.nextInt(10_001), random.nextInt(400)),
        optional(random),
        new PayoutTerms(random.nextInt(3), optional(random), Math.abs(amount(random))));
  }

  private static long amount(Random random) {
    return random.nextInt(4) == 0
        ? random.nextLong(-1L << 60, 1L << 60)
        : random.nextLong(-200, 200);
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static @Nullable String optional(Random random) {
    return random.nextBoolean() ? text(random) : null;
  }

  private static @Nullable Instant moment(Random random) {
    return random.nextBoolean()
        ? Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L))
        : null;
  }
}
