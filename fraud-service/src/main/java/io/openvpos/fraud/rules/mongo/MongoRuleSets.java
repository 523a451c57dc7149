package io.openvpos.fraud.rules.mongo;

import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.mongo.Documents;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collections `rule_sets`, inserted once and approved once, and `rule_publication`, one document
/// that changes by compare-and-set.
public final class MongoRuleSets implements RuleSets {

  public static final String SETS = "rule_sets";
  public static final String PUBLICATION = "rule_publication";

  private static final String CURRENT = "current";
  private static final Document NEWEST_FIRST = new Document("number", -1);

  private final Documents sets;
  private final Documents publications;

  public MongoRuleSets(Documents sets, Documents publications) {
    this.sets = sets;
    this.publications = publications;
    sets.index(new Document("number", 1));
  }

  @Override
  public boolean add(RuleSet set) {
    return sets.insert(RuleSetDocument.write(set));
  }

  @Override
  public Optional<RuleSet> find(int number) {
    return sets.find(String.valueOf(number)).map(RuleSetDocument::read);
  }

  @Override
  public List<RuleSet> page(int before, int limit) {
    Document filter = new Document("number", new Document("$lt", before));
    return sets.findMany(filter, NEWEST_FIRST, limit).stream().map(RuleSetDocument::read).toList();
  }

  @Override
  public int newest() {
    return sets.findMany(new Document(), NEWEST_FIRST, 1).stream()
        .map(found -> found.getInteger("number"))
        .findFirst()
        .orElse(0);
  }

  @Override
  public boolean approve(int number, RuleSet.Approval approval) {
    Document update =
        new Document(
            "$set",
            new Document("approved_by", approval.by())
                .append("approved_at", Date.from(approval.at())));
    return sets.compareAndSet(String.valueOf(number), 1, update);
  }

  @Override
  public Publication publication() {
    return publications
        .find(CURRENT)
        .map(RuleSetDocument::readPublication)
        .orElse(Publication.NONE);
  }

  @Override
  public boolean publish(Publication next) {
    Document state = RuleSetDocument.write(next);
    if (next.version() == 1) {
      Document first = new Document("_id", CURRENT).append("version", 1L);
      first.putAll(state);
      return publications.insert(first);
    }
    return publications.compareAndSet(CURRENT, next.version() - 1, new Document("$set", state));
  }
}
