package io.openvpos.fraud.rules.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a rule, as it was written.
public sealed interface Expression {

  /// Where it begins; of an operation, where its sign stands.
  Place place();

  /// A number, text, true or false.
  ///
  /// @param value a Long, Double, Boolean or String
  record Literal(Place place, Object value) implements Expression {}

  /// Something known of the payment.
  record Name(Place place, String name) implements Expression {}

  /// `!` or `-`.
  record Unary(Place place, String sign, Expression operand) implements Expression {}

  /// An operation of two.
  record Binary(Place place, String sign, Expression left, Expression right)
      implements Expression {}

  /// `condition ? yes : no`.
  record Choice(Place place, Expression condition, Expression yes, Expression no)
      implements Expression {}

  /// `value in [1, 2, 3]`.
  record Membership(Place place, Expression value, List<Literal> members) implements Expression {

    public Membership {
      members = List.copyOf(members);
    }
  }

  /// `size(email)` or, with a target, `email.endsWith("@x.test")`.
  record Call(Place place, String function, @Nullable Expression target, List<Expression> arguments)
      implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
