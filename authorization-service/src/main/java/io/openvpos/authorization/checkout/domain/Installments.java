package io.openvpos.authorization.checkout.domain;

import java.util.List;
import java.util.stream.IntStream;

/// In how many parts an amount may be paid, and how large they are. The shop finances them: the
/// payer pays the amount and no more.
///
/// @param count 1 is a single shot
/// @param part each but the last, minor units
/// @param last takes what does not divide
public record Installments(int count, long part, long last) {

  /// A part smaller than this is offered by no bank; one major unit of every currency we take.
  private static final long SMALLEST_PART = 100;

  /// From the single shot on, as far as allowed and sensible.
  public static List<Installments> of(long amount, int most) {
    return IntStream.rangeClosed(1, most)
        .filter(count -> count == 1 || amount / count >= SMALLEST_PART)
        .mapToObj(count -> split(amount, count))
        .toList();
  }

  private static Installments split(long amount, int count) {
    long part = amount / count;
    return new Installments(count, part, amount - part * (count - 1));
  }
}
