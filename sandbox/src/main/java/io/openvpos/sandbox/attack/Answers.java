package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.client.Reply;
import java.util.HashMap;
import java.util.Map;

/// Counts what the edge answered. Safe for many threads.
final class Answers {

  private static final class Counts {
    private int sales;
    private int approved;
    private int reviewed;
    private int stopped;

    private Outcome.Side side() {
      return new Outcome.Side(sales, approved, reviewed, stopped);
    }
  }

  private final Map<Boolean, Counts> sides = new HashMap<>();
  private int firstSeen = Integer.MAX_VALUE;
  private int silent;

  Answers() {
    sides.put(true, new Counts());
    sides.put(false, new Counts());
  }

  /// @param tries how many of the attack came before it, itself included
  synchronized void add(Visit visit, int tries, Reply answer) {
    boolean unanswered = answer.status() == 202;
    String status = unanswered ? "" : answer.expect(201).path("status").asString("");
    String decision = answer.body().path("risk").path("decision").asString("");
    boolean silence = answer.body().path("risk").path("timed_out").asBoolean(false);
    silent += silence || unanswered ? 1 : 0;
    Counts counts = of(visit.attack());
    counts.sales++;
    boolean declined = status.equals("declined");
    boolean byRisk =
        declined
            && answer.body().path("decline").path("code").asString("").equals("fraud_suspected");
    boolean review = !declined && !unanswered && decision.equals("review");
    counts.approved += declined || unanswered ? 0 : 1;
    counts.stopped += byRisk ? 1 : 0;
    counts.reviewed += review ? 1 : 0;
    if (visit.attack() && (byRisk || review)) {
      firstSeen = Math.min(firstSeen, tries);
    }
  }

  synchronized Outcome outcome(AttackKind kind, boolean rules) {
    return new Outcome(
        kind,
        rules,
        of(true).side(),
        of(false).side(),
        firstSeen == Integer.MAX_VALUE ? 0 : firstSeen,
        silent);
  }

  private Counts of(boolean attack) {
    Counts counts = sides.get(attack);
    if (counts == null) {
      throw new IllegalStateException("both sides are there from the start");
    }
    return counts;
  }
}
