package io.openvpos.fraud.rules.code;

import io.openvpos.fraud.rules.syntax.Expression;
import io.openvpos.fraud.rules.syntax.Expression.Binary;
import io.openvpos.fraud.rules.syntax.Expression.Call;
import io.openvpos.fraud.rules.syntax.Expression.Choice;
import io.openvpos.fraud.rules.syntax.Expression.Literal;
import io.openvpos.fraud.rules.syntax.Expression.Membership;
import io.openvpos.fraud.rules.syntax.Expression.Name;
import io.openvpos.fraud.rules.syntax.Expression.Unary;
import io.openvpos.fraud.rules.syntax.FaultException;

/// Checks and translates in one pass: what has no type has no code.
final class Compiler {

  private final Vocabulary vocabulary;
  private final Functions functions;

  Compiler(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.functions = new Functions(this, vocabulary);
  }

  Code compile(Expression expression) throws FaultException {
    return switch (expression) {
      case Literal literal -> literal(literal.value());
      case Name name -> name(name);
      case Unary unary -> unary(unary);
      case Binary binary -> binary(binary);
      case Choice choice -> choice(choice);
      case Membership membership -> Memberships.in(membership, compile(membership.value()));
      case Call call -> functions.call(call);
    };
  }

  private static Code literal(Object value) {
    return switch (value) {
      case Boolean flag -> {
        boolean constant = flag;
        yield (Code.Flag) subject -> constant;
      }
      case Long whole -> new Code.WholeConstant(whole);
      case Double real -> new Code.RealConstant(real);
      default -> {
        String constant = value.toString();
        yield (Code.Text) subject -> constant;
      }
    };
  }

  private Code name(Name name) throws FaultException {
    Vocabulary.Field field =
        vocabulary
            .field(name.name())
            .orElseThrow(() -> FaultException.at(name.place(), "rule_unknown_name", name.name()));
    int slot = field.slot();
    return switch (field.type()) {
      case BOOL -> (Code.Flag) subject -> subject.number(slot) != 0;
      case INT -> new Code.WholeField(slot);
      case DOUBLE -> new Code.RealField(slot);
      case STRING -> (Code.Text) subject -> subject.text(slot);
    };
  }

  private Code unary(Unary unary) throws FaultException {
    Code operand = compile(unary.operand());
    return switch (operand) {
      case Code.RealConstant(double value) when unary.sign().equals("-") ->
          new Code.RealConstant(-value);
      case Code.WholeConstant(long value)
          when unary.sign().equals("-") && value != Long.MIN_VALUE ->
          new Code.WholeConstant(-value);
      case Code.Flag flag when unary.sign().equals("!") -> (Code.Flag) subject -> !flag.of(subject);
      case Code.Whole whole when unary.sign().equals("-") -> Arithmetic.negated(whole);
      case Code.Real real when unary.sign().equals("-") -> (Code.Real) subject -> -real.of(subject);
      default ->
          throw FaultException.at(
              unary.place(), "rule_wrong_operand", unary.sign(), operand.type().code());
    };
  }

  private Code binary(Binary binary) throws FaultException {
    Code left = compile(binary.left());
    Code right = compile(binary.right());
    Code made =
        switch (binary.sign()) {
          case "&&", "||" -> Logic.of(binary.sign(), left, right);
          case "+", "-", "*", "/" -> Arithmetic.of(binary.sign(), left, right);
          default -> Comparisons.of(binary.sign(), left, right);
        };
    if (made == null) {
      throw FaultException.at(
          binary.place(),
          "rule_wrong_operands",
          binary.sign(),
          left.type().code(),
          right.type().code());
    }
    return made;
  }

  private Code choice(Choice choice) throws FaultException {
    Code condition = compile(choice.condition());
    Code yes = compile(choice.yes());
    Code no = compile(choice.no());
    Code made = condition instanceof Code.Flag flag ? Logic.choice(flag, yes, no) : null;
    if (made == null) {
      throw FaultException.at(
          choice.place(),
          "rule_wrong_choice",
          condition.type().code(),
          yes.type().code(),
          no.type().code());
    }
    return made;
  }
}
