package io.openvpos.fraud.rules.code;

import org.jspecify.annotations.Nullable;

/// And, or, and the choice between two. What has no value is passed over where the other side
/// decides, in whichever order they stand.
final class Logic {

  private Logic() {}

  static @Nullable Code of(String sign, Code left, Code right) {
    if (left instanceof Code.Flag one && right instanceof Code.Flag other) {
      return sign.equals("&&") ? and(one, other) : or(one, other);
    }
    return null;
  }

  /// `a && b && c` is asked as `a && (b && c)`: where `a` is false, nothing else is gone through.
  private static Code.Flag and(Code.Flag left, Code.Flag right) {
    return left instanceof Both(var first, var second)
        ? new Both(first, and(second, right))
        : new Both(left, right);
  }

  private static Code.Flag or(Code.Flag left, Code.Flag right) {
    return left instanceof Either(var first, var second)
        ? new Either(first, or(second, right))
        : new Either(left, right);
  }

  private record Both(Code.Flag left, Code.Flag right) implements Code.Flag {
    @Override
    public boolean of(Subject subject) {
      boolean first;
      try {
        first = left.of(subject);
      } catch (RuleStopsException e) {
        if (!right.of(subject)) {
          return false;
        }
        throw e;
      }
      return first && right.of(subject);
    }
  }

  private record Either(Code.Flag left, Code.Flag right) implements Code.Flag {
    @Override
    public boolean of(Subject subject) {
      boolean first;
      try {
        first = left.of(subject);
      } catch (RuleStopsException e) {
        if (right.of(subject)) {
          return true;
        }
        throw e;
      }
      return first || right.of(subject);
    }
  }

  static @Nullable Code choice(Code.Flag condition, Code yes, Code no) {
    if (yes instanceof Code.Flag one && no instanceof Code.Flag other) {
      return (Code.Flag) s -> condition.of(s) ? one.of(s) : other.of(s);
    }
    if (yes instanceof Code.Text one && no instanceof Code.Text other) {
      return (Code.Text) s -> condition.of(s) ? one.of(s) : other.of(s);
    }
    if (yes instanceof Code.Whole one && no instanceof Code.Whole other) {
      return (Code.Whole) s -> condition.of(s) ? one.of(s) : other.of(s);
    }
    Code.Real one = Arithmetic.widened(yes);
    Code.Real other = Arithmetic.widened(no);
    return one == null || other == null
        ? null
        : (Code.Real) s -> condition.of(s) ? one.of(s) : other.of(s);
  }
}
