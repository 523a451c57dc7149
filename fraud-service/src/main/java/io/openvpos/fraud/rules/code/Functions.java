package io.openvpos.fraud.rules.code;

import io.openvpos.fraud.rules.syntax.Expression;
import io.openvpos.fraud.rules.syntax.Expression.Call;
import io.openvpos.fraud.rules.syntax.Expression.Literal;
import io.openvpos.fraud.rules.syntax.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fixed functions: those of CEL for numbers and texts, and `on_list`, which CEL would be told
/// of.
final class Functions {

  private static final double TWO_TO_63 = 0x1p63;

  private final Compiler compiler;
  private final Vocabulary vocabulary;

  Functions(Compiler compiler, Vocabulary vocabulary) {
    this.compiler = compiler;
    this.vocabulary = vocabulary;
  }

  Code call(Call call) throws FaultException {
    if (call.target() == null && call.function().equals("on_list")) {
      return onList(call);
    }
    List<Code> given = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      given.add(compiler.compile(argument));
    }
    Expression target = call.target();
    Code made =
        target == null
            ? free(call.function(), given)
            : ofText(call.function(), compiler.compile(target), given);
    if (made == null) {
      throw FaultException.at(call.place(), "rule_unknown_function", call.function());
    }
    return made;
  }

  private static @Nullable Code free(String function, List<Code> given) {
    if (given.size() != 1) {
      return null;
    }
    Code only = given.getFirst();
    return switch (function) {
      case "double" -> Arithmetic.widened(only);
      case "int" -> whole(only);
      case "size" -> only instanceof Code.Text text ? size(text) : null;
      default -> null;
    };
  }

  private static @Nullable Code ofText(String function, Code target, List<Code> given) {
    if (!(target instanceof Code.Text text)) {
      return null;
    }
    if (function.equals("size") && given.isEmpty()) {
      return size(text);
    }
    if (given.size() != 1 || !(given.getFirst() instanceof Code.Text part)) {
      return null;
    }
    return switch (function) {
      case "startsWith" -> (Code.Flag) s -> text.of(s).startsWith(part.of(s));
      case "endsWith" -> (Code.Flag) s -> text.of(s).endsWith(part.of(s));
      case "contains" -> (Code.Flag) s -> text.of(s).contains(part.of(s));
      default -> null;
    };
  }

  private static Code.Whole size(Code.Text text) {
    return s -> {
      String value = text.of(s);
      return value.codePointCount(0, value.length());
    };
  }

  /// Towards zero.
  private static @Nullable Code whole(Code number) {
    return switch (number) {
      case Code.Whole whole -> whole;
      case Code.Real real ->
          (Code.Whole)
              s -> {
                double value = real.of(s);
                if (!(value >= -TWO_TO_63 && value < TWO_TO_63)) {
                  throw RuleStopsException.OVERFLOW;
                }
                return (long) value;
              };
      case Code.Flag _, Code.Text _ -> null;
    };
  }

  private Code onList(Call call) throws FaultException {
    List<Expression> given = call.arguments();
    if (given.size() != 2
        || !(given.getFirst() instanceof Literal(var place, var value))
        || !(value instanceof String name)) {
      throw FaultException.at(call.place(), "rule_list_unnamed");
    }
    Optional<Integer> list = vocabulary.list(name);
    if (list.isEmpty()) {
      throw FaultException.at(place, "rule_unknown_list", name);
    }
    int number = list.get();
    Code looked = compiler.compile(given.getLast());
    if (!(looked instanceof Code.Text text)) {
      throw FaultException.at(
          given.getLast().place(), "rule_wrong_operand", "on_list", looked.type().code());
    }
    return (Code.Flag) s -> s.isOn(number, text.of(s));
  }
}
