package io.openvpos.settlement.reference;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The acquirer's reference of a presented item, `merchant.mode.currency.seq`: the identity of its
/// batch line. The network gives it back in everything that it says about the item.
public record Arn(Head head, long seq) {

  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9._-]{1,64})\\.(test|live)\\.([A-Z]{3})\\.([0-9]{1,18})");

  public static Optional<Arn> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Arn(
                new Head(parts.group(1), Mode.of(parts.group(2)), parts.group(3)),
                Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  public String text() {
    return head.merchantId() + "." + head.mode().code() + "." + head.currency() + "." + seq;
  }
}
