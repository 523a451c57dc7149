package io.openvpos.fraud.rules.code;

import io.openvpos.fraud.rules.syntax.Expression.Literal;
import io.openvpos.fraud.rules.syntax.Expression.Membership;
import io.openvpos.fraud.rules.syntax.FaultException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `value in [1, 2, 3]`: one look-up, however long the list.
final class Memberships {

  private Memberships() {}

  static Code.Flag in(Membership membership, Code value) throws FaultException {
    List<Literal> members = membership.members();
    if (value instanceof Code.Text text) {
      Set<String> texts = all(members, String.class, value);
      return s -> texts.contains(text.of(s));
    }
    if (value instanceof Code.Flag flag) {
      Set<Boolean> flags = all(members, Boolean.class, value);
      return s -> flags.contains(flag.of(s));
    }
    if (value instanceof Code.Whole whole
        && members.stream().allMatch(member -> member.value() instanceof Long)) {
      Set<Long> numbers = all(members, Long.class, value);
      return s -> numbers.contains(whole.of(s));
    }
    Code.Real real = Arithmetic.widened(value);
    if (real == null) {
      throw new IllegalStateException("neither text, flag nor number");
    }
    double[] numbers = new double[members.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(members.get(i).value() instanceof Number number)) {
        throw wrong(members.get(i), value);
      }
      numbers[i] = number.doubleValue();
    }
    return s -> isAmong(numbers, real.of(s));
  }

  private static boolean isAmong(double[] numbers, double value) {
    for (double number : numbers) {
      if (number == value) {
        return true;
      }
    }
    return false;
  }

  private static <T> Set<T> all(List<Literal> members, Class<T> type, Code value)
      throws FaultException {
    Set<T> all = new HashSet<>();
    for (Literal member : members) {
      if (!type.isInstance(member.value())) {
        throw wrong(member, value);
      }
      all.add(type.cast(member.value()));
    }
    return Set.copyOf(all);
  }

  private static FaultException wrong(Literal member, Code value) {
    return FaultException.at(member.place(), "rule_wrong_member", value.type().code());
  }
}
