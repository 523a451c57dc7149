package io.openvpos.fraud.rules.code;

import io.openvpos.fraud.rules.syntax.Fault;
import io.openvpos.fraud.rules.syntax.FaultException;
import io.openvpos.fraud.rules.syntax.Parser;
import io.openvpos.fraud.rules.syntax.Place;

/// A condition that can be asked of any payment, as often as one likes, by any thread.
public final class CompiledRule {

  private final Code.Flag condition;

  private CompiledRule(Code.Flag condition) {
    this.condition = condition;
  }

  /// A rule's text, read.
  public sealed interface Reading {}

  /// It can run.
  public record Accepted(CompiledRule rule) implements Reading {}

  /// The first fault found.
  public record Refused(Fault fault) implements Reading {}

  public static Reading read(String text, Vocabulary vocabulary) {
    try {
      Code code = new Compiler(vocabulary).compile(Parser.parse(text));
      if (code instanceof Code.Flag condition) {
        return new Accepted(new CompiledRule(condition));
      }
      Place start = new Place(1, 1);
      throw FaultException.at(start, "rule_not_a_condition", code.type().code());
    } catch (FaultException e) {
      return new Refused(e.fault());
    }
  }

  /// Whether it is true of the payment; throws [RuleStopsException] where that has no answer.
  public boolean matches(Subject subject) {
    return condition.of(subject);
  }
}
