package io.openvpos.fraud.rules.code;

import org.jspecify.annotations.Nullable;

/// `+ - * /`. Whole numbers never wrap round; a double may become infinite, as everywhere.
final class Arithmetic {

  private Arithmetic() {}

  /// The code as one of doubles; null if it is no number.
  static Code.@Nullable Real widened(Code code) {
    return switch (code) {
      case Code.Real real -> real;
      case Code.WholeConstant(long value) -> new Code.RealConstant((double) value);
      case Code.Whole whole -> subject -> (double) whole.of(subject);
      case Code.Flag _, Code.Text _ -> null;
    };
  }

  static Code.Whole negated(Code.Whole whole) {
    return subject -> {
      long value = whole.of(subject);
      if (value == Long.MIN_VALUE) {
        throw RuleStopsException.OVERFLOW;
      }
      return -value;
    };
  }

  static @Nullable Code of(String sign, Code left, Code right) {
    if (left instanceof Code.Whole one && right instanceof Code.Whole other) {
      return whole(sign, one, other);
    }
    Code.Real one = widened(left);
    Code.Real other = widened(right);
    return one == null || other == null ? null : real(sign, one, other);
  }

  private static Code.Real real(String sign, Code.Real left, Code.Real right) {
    return switch (sign) {
      case "+" -> s -> left.of(s) + right.of(s);
      case "-" -> s -> left.of(s) - right.of(s);
      case "*" -> s -> left.of(s) * right.of(s);
      default -> s -> left.of(s) / right.of(s);
    };
  }

  private static Code.Whole whole(String sign, Code.Whole left, Code.Whole right) {
    return switch (sign) {
      case "+" -> s -> sum(left.of(s), right.of(s));
      case "-" -> s -> difference(left.of(s), right.of(s));
      case "*" -> s -> product(left.of(s), right.of(s));
      default -> s -> quotient(left.of(s), right.of(s));
    };
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    if (((one ^ sum) & (other ^ sum)) < 0) {
      throw RuleStopsException.OVERFLOW;
    }
    return sum;
  }

  private static long difference(long one, long other) {
    long difference = one - other;
    if (((one ^ other) & (one ^ difference)) < 0) {
      throw RuleStopsException.OVERFLOW;
    }
    return difference;
  }

  private static long product(long one, long other) {
    long low = one * other;
    if (Math.multiplyHigh(one, other) != low >> 63) {
      throw RuleStopsException.OVERFLOW;
    }
    return low;
  }

  private static long quotient(long one, long other) {
    if (other == 0) {
      throw RuleStopsException.DIVIDED_BY_ZERO;
    }
    if (one == Long.MIN_VALUE && other == -1) {
      throw RuleStopsException.OVERFLOW;
    }
    return one / other;
  }
}
