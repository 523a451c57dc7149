package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.rules.code.CompiledRule;
import io.openvpos.fraud.rules.code.RuleStopsException;
import io.openvpos.fraud.rules.code.Subject;
import java.util.ArrayList;
import java.util.List;

/// One version of the rules, ready to run.
///
/// @param version its number
public record RunnableSet(int version, List<Entry> rules) {

  public RunnableSet {
    rules = List.copyOf(rules);
  }

  /// A rule and its condition.
  public record Entry(RuleDefinition definition, CompiledRule condition) {}

  /// Told of each rule as it ran.
  public interface Observer {

    /// Nobody is told.
    Observer NONE = (version, rule, matched, nanos) -> {};

    /// A rule has run.
    ///
    /// @param matched false also where it had no answer
    /// @param nanos −1 where it was not measured
    void ran(int version, RuleDefinition rule, boolean matched, long nanos);
  }

  /// Every definition must compile: a set is only kept when all of its rules do.
  public static RunnableSet of(int version, List<RuleDefinition> definitions) {
    List<Entry> rules = new ArrayList<>();
    for (RuleDefinition definition : definitions) {
      switch (CompiledRule.read(definition.when(), RuleFields.vocabulary())) {
        case CompiledRule.Accepted(var condition) -> rules.add(new Entry(definition, condition));
        case CompiledRule.Refused(var fault) ->
            throw new IllegalStateException(
                "rule set " + version + ", " + definition.code() + ": " + fault);
      }
    }
    return new RunnableSet(version, rules);
  }

  /// The rules that match, in the order of the set.
  ///
  /// @param measured whether each rule's time is taken
  public List<RuleDefinition> matching(Subject subject, Observer observer, boolean measured) {
    List<RuleDefinition> matching = new ArrayList<>();
    for (Entry rule : rules) {
      long start = measured ? System.nanoTime() : 0;
      boolean matched = matches(rule, subject);
      long nanos = measured ? System.nanoTime() - start : -1;
      observer.ran(version, rule.definition(), matched, nanos);
      if (matched) {
        matching.add(rule.definition());
      }
    }
    return matching;
  }

  private static boolean matches(Entry rule, Subject subject) {
    try {
      return rule.condition().matches(subject);
    } catch (RuleStopsException noAnswer) {
      return false;
    }
  }
}
