package io.openvpos.merchant.sitecheck;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.sitecheck.crawl.Crawled;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Ruling;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.judge.Judge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The use cases of the site check. A check is asked for by inserting it; whichever instance has
/// room claims it for a lease, walks through the site and writes the end. A claim and an end are
/// compare-and-sets, so a check that two instances run has one result.
public final class SiteChecks {

  /// How many of a subject's checks are shown; older ones stay in the store.
  public static final int SHOWN = 50;

  private static final Logger LOGGER = LoggerFactory.getLogger(SiteChecks.class);
  private static final int ATTEMPTS = 10;
  private static final int CLAIMED_AT_ONCE = 20;

  private final SiteCheckStore store;
  private final SiteEvidence evidence;
  private final Function<SiteToCheck, Crawled> walk;
  private final Clock clock;
  private final Duration lease;
  private final Executor executor;
  private final Semaphore room;

  /// What the use cases stand on.
  ///
  /// @param walk looks at a site; it ends by its own limits
  /// @param executor of the runs, never the caller's own thread
  public record Parts(
      SiteCheckStore store,
      SiteEvidence evidence,
      Function<SiteToCheck, Crawled> walk,
      Clock clock,
      Executor executor) {}

  public SiteChecks(Parts parts, int atOnce, Duration lease) {
    this.store = parts.store();
    this.evidence = parts.evidence();
    this.walk = parts.walk();
    this.clock = parts.clock();
    this.executor = parts.executor();
    this.room = new Semaphore(atOnce);
    this.lease = lease;
  }

  /// Asks for a check and returns at once. While one of the subject waits or runs, that one is
  /// answered: asking twice checks once.
  public SiteCheck run(SiteToCheck site, Actor by) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<SiteCheck> last = store.of(site.subjectId(), 1);
      if (!last.isEmpty() && !last.getFirst().ended()) {
        return last.getFirst();
      }
      int number = last.isEmpty() ? 1 : last.getFirst().number() + 1;
      Instant now = clock.instant();
      SiteCheck asked = SiteCheck.asked(site, number, now);
      if (store.insert(asked, new Action("site_check.asked", by, now))) {
        work();
        return asked;
      }
    }
    throw new IllegalStateException("the checks of " + site.subjectId() + " are contended");
  }

  public Optional<SiteCheck> find(String subjectId, int number) {
    return store.find(subjectId, number);
  }

  /// The newest check of a subject, whether it has ended or not.
  public Optional<SiteCheck> latest(String subjectId) {
    return store.of(subjectId, 1).stream().findFirst();
  }

  public List<SiteCheck> of(String subjectId) {
    return store.of(subjectId, SHOWN);
  }

  /// A page as it came, by the hash that its visit carries.
  public Optional<byte[]> evidence(String subjectId, int number, String sha256) {
    return evidence.find(SiteCheck.id(subjectId, number), sha256);
  }

  /// How a person's decision was taken.
  public enum Decided {
    DONE,
    /// The machine is not through yet.
    NOT_ENDED,
    NO_SUCH_CHECK
  }

  /// What a person says of a criterion.
  ///
  /// @param note why; never empty
  public record Opinion(Criterion criterion, boolean passed, String note) {}

  /// Writes a person's word beside the machine's finding. It is never put in its place.
  public Decided decide(String subjectId, int number, Opinion opinion, Actor by) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<SiteCheck> found = store.find(subjectId, number);
      if (found.isEmpty()) {
        return Decided.NO_SUCH_CHECK;
      }
      if (!found.get().ended()) {
        return Decided.NOT_ENDED;
      }
      Instant now = clock.instant();
      Ruling ruling =
          new Ruling(opinion.criterion(), opinion.passed(), by.who(), opinion.note(), now);
      if (store.save(found.get().ruled(ruling), new Action("site_check.decided", by, now))) {
        return Decided.DONE;
      }
    }
    throw new IllegalStateException("the check " + subjectId + " " + number + " is contended");
  }

  /// Runs what waits, as far as there is room: after each request, and every now and then for what
  /// an instance left behind.
  public void work() {
    if (!room.tryAcquire()) {
      return;
    }
    Optional<SiteCheck> mine = Optional.empty();
    try {
      mine = claim();
    } finally {
      if (mine.isEmpty()) {
        room.release();
      }
    }
    SiteCheck claimed = mine.orElse(null);
    if (claimed != null) {
      executor.execute(() -> runClaimed(claimed));
      work();
    }
  }

  private Optional<SiteCheck> claim() {
    Instant now = clock.instant();
    for (SiteCheck due : store.due(now, CLAIMED_AT_ONCE)) {
      if (due.tries() >= SiteCheck.MOST_TRIES) {
        store.save(due.ended(Judge.undecided(), List.of(), now), byItself("broke_off", now));
        continue;
      }
      SiteCheck claimed = due.claimed(now.plus(lease));
      if (store.save(claimed, byItself("begun", now))) {
        return Optional.of(claimed);
      }
    }
    return Optional.empty();
  }

  private void runClaimed(SiteCheck claimed) {
    try {
      Crawled crawled = walk.apply(claimed.site());
      Instant now = clock.instant();
      Map<String, byte[]> bodies = crawled.bodies();
      evidence.keep(claimed.id(), bodies);
      SiteCheck ended = claimed.ended(Judge.judge(crawled.seen(), now), crawled.seen().all(), now);
      if (!store.save(ended, byItself("ended", now))) {
        LOGGER.info("site check {} was ended by another instance", claimed.id());
      }
    } catch (RuntimeException e) {
      // Its lease ends, and it is begun again or given to a person.
      LOGGER.error("site check {} broke off", claimed.id(), e);
    } finally {
      room.release();
      work();
    }
  }

  private static Action byItself(String what, Instant now) {
    return new Action("site_check." + what, Actor.PLATFORM, now);
  }
}
