package io.openvpos.fraud.rules.code;

import org.jspecify.annotations.Nullable;

/// `== != < <= > >=`. Any two of a type can be equal; only numbers have an order.
///
/// Most rules compare what a payment has with a number that they name: that is one step, because
/// with hundreds of rules the calls from one step to the next are what takes time.
final class Comparisons {

  private Comparisons() {}

  static @Nullable Code of(String sign, Code left, Code right) {
    if (left instanceof Code.Whole one && right instanceof Code.Whole other) {
      return one instanceof Code.WholeField(int slot)
              && other instanceof Code.WholeConstant(long value)
          ? whole(sign, slot, value)
          : whole(sign, one, other);
    }
    Code.Real oneReal = Arithmetic.widened(left);
    Code.Real otherReal = Arithmetic.widened(right);
    if (oneReal != null && otherReal != null) {
      return oneReal instanceof Code.RealField(int slot)
              && otherReal instanceof Code.RealConstant(double value)
          ? real(sign, slot, value)
          : real(sign, oneReal, otherReal);
    }
    Code.Flag equal = equal(left, right);
    return switch (sign) {
      case "==" -> equal;
      case "!=" -> equal == null ? null : (Code.Flag) s -> !equal.of(s);
      default -> null;
    };
  }

  private static Code.@Nullable Flag equal(Code left, Code right) {
    if (left instanceof Code.Text one && right instanceof Code.Text other) {
      return s -> one.of(s).equals(other.of(s));
    }
    if (left instanceof Code.Flag one && right instanceof Code.Flag other) {
      return s -> one.of(s) == other.of(s);
    }
    return null;
  }

  private static Code.Flag whole(String sign, int slot, long value) {
    return switch (sign) {
      case "==" -> s -> (long) s.number(slot) == value;
      case "!=" -> s -> (long) s.number(slot) != value;
      case "<" -> s -> (long) s.number(slot) < value;
      case "<=" -> s -> (long) s.number(slot) <= value;
      case ">" -> s -> (long) s.number(slot) > value;
      default -> s -> (long) s.number(slot) >= value;
    };
  }

  private static Code.Flag real(String sign, int slot, double value) {
    return switch (sign) {
      case "==" -> s -> s.number(slot) == value;
      case "!=" -> s -> s.number(slot) != value;
      case "<" -> s -> s.number(slot) < value;
      case "<=" -> s -> s.number(slot) <= value;
      case ">" -> s -> s.number(slot) > value;
      default -> s -> s.number(slot) >= value;
    };
  }

  private static Code.Flag whole(String sign, Code.Whole left, Code.Whole right) {
    return switch (sign) {
      case "==" -> s -> left.of(s) == right.of(s);
      case "!=" -> s -> left.of(s) != right.of(s);
      case "<" -> s -> left.of(s) < right.of(s);
      case "<=" -> s -> left.of(s) <= right.of(s);
      case ">" -> s -> left.of(s) > right.of(s);
      default -> s -> left.of(s) >= right.of(s);
    };
  }

  private static Code.Flag real(String sign, Code.Real left, Code.Real right) {
    return switch (sign) {
      case "==" -> s -> left.of(s) == right.of(s);
      case "!=" -> s -> left.of(s) != right.of(s);
      case "<" -> s -> left.of(s) < right.of(s);
      case "<=" -> s -> left.of(s) <= right.of(s);
      case ">" -> s -> left.of(s) > right.of(s);
      default -> s -> left.of(s) >= right.of(s);
    };
  }
}
