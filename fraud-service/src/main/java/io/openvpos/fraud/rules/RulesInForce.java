package io.openvpos.fraud.rules;

import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.ScoringThresholds;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The rules and lists as this instance judges by them: decision 0055. Judging reads one reference;
/// whoever refreshes puts another there.
public final class RulesInForce {

  /// Every so many payments the time of each rule is taken.
  private static final int MEASURED_EVERY = 64;

  /// What was loaded together.
  private record Loaded(long version, @Nullable RunnableSet live, @Nullable RunnableSet shadow) {}

  private final RuleSets sets;
  private final ListsInForce lists;
  private final ScoringThresholds thresholds;
  private final RunnableSet.Observer observer;
  private final AtomicInteger judged = new AtomicInteger();
  private volatile Loaded loaded = new Loaded(-1, null, null);

  public RulesInForce(
      RuleSets sets,
      ListsInForce lists,
      ScoringThresholds thresholds,
      RunnableSet.Observer observer) {
    this.sets = sets;
    this.lists = lists;
    this.thresholds = thresholds;
    this.observer = observer;
  }

  /// Lists and rules of now on one payment.
  public Ruling judge(RuleEngine.Judged payment) {
    Loaded now = loaded;
    RuleEngine engine = new RuleEngine(now.live(), now.shadow(), lists.book(), thresholds);
    boolean measured = judged.incrementAndGet() % MEASURED_EVERY == 0;
    ListBook.Moment moment =
        ListBook.Moment.of(payment.facts().occurredAt(), payment.facts().mode());
    return engine.judge(payment, moment, observer, measured);
  }

  /// 0 for none.
  public int liveVersion() {
    RunnableSet live = loaded.live();
    return live == null ? 0 : live.version();
  }

  /// Loads what has changed. Throws where the store does not answer or a version cannot run here;
  /// what was in force stays.
  public synchronized void refresh() {
    lists.refresh();
    Publication publication = sets.publication();
    if (publication.version() != loaded.version()) {
      loaded =
          new Loaded(publication.version(), set(publication.live()), set(publication.shadow()));
    }
  }

  private @Nullable RunnableSet set(@Nullable Integer number) {
    if (number == null) {
      return null;
    }
    RuleSet set =
        sets.find(number).orElseThrow(() -> new IllegalStateException("no rule set " + number));
    return RunnableSet.of(number, set.rules());
  }
}
