package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.profile.MutableClock;
import io.openvpos.authorization.vault.UseChain.Fault;
import io.openvpos.authorization.vault.UseChain.Finding;
import io.openvpos.authorization.vault.mongo.MongoCardUses;
import io.openvpos.authorization.vault.mongo.MongoUseSeals;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// Goal: nothing that was sealed is taken away, changed or put in without being told. Method: a
/// store that speaks the real protocol, changed behind the chain's back.
class UseChainTest {

  private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");
  private static final Duration KEEP = Duration.ofDays(400);

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(START);
  private final CardUseRows uses = MongoCardUses.in(store.database());
  private final UseSeals seals = MongoUseSeals.in(store.database());
  private final UseChain chain = new UseChain(uses, seals, KEEP, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void onlyWhatIsRipeIsSealedAndHoldsTogether() {
    use(1);
    clock.advance(UseChain.RIPE);
    assertThat(chain.sealNext()).isFalse();

    threeSeals();

    Finding found = chain.check(0).orElseThrow();
    assertThat(found).isEqualTo(new Finding(3, 5, seals.last().orElseThrow(), 0, null, true));
    assertThat(chain.check(2).orElseThrow().verified()).isOne();
    assertThat(chain.check(9)).isEmpty();
    assertThat(chain.sealNext()).isFalse();
  }

  @Test
  void ofTwoInstancesOneSeals() {
    use(1);
    clock.advance(UseChain.RIPE.plusMillis(1));
    UseChain other = new UseChain(uses, new Slow(), KEEP, clock);

    assertThat(other.sealNext()).isFalse();
    assertThat(chain.check(0).orElseThrow().verified()).isOne();
  }

  @Test
  void aUseThatIsGoneChangedOrPutInIsTold() {
    threeSeals();
    String second = uses.list(new CardUseRows.Question("tok_2", null, null, 1)).getFirst().id();
    Document stored = find("card_uses", second);

    remove("card_uses", second);
    assertBroken(Fault.ALTERED, 2);
    insert("card_uses", new Document(stored).append("token", "tok_9"));
    assertBroken(Fault.ALTERED, 2);
    remove("card_uses", second);
    insert("card_uses", stored);
    assertThat(chain.check(0).orElseThrow().fault()).isNull();
    insert("card_uses", new Document(stored).append("_id", second + "0"));
    assertBroken(Fault.ALTERED, 2);
  }

  @Test
  void ofManyUsesOneCallLooksAtAPart() {
    threeSeals();
    Document second = find("card_use_seals", id(2));
    remove("card_use_seals", id(2));
    insert("card_use_seals", second.append("uses", 200_000L));

    Finding part = chain.check(0).orElseThrow();
    assertThat(part).isEqualTo(new Finding(1, 1, seals.find(1).orElseThrow(), 0, null, false));
    assertThat(chain.check(1).orElseThrow().fault()).isEqualTo(Fault.ALTERED);
  }

  @Test
  void aSealThatIsGoneOrMadeAnewIsTold() {
    threeSeals();
    String hash = seals.last().orElseThrow().hash();
    String second = uses.list(new CardUseRows.Question("tok_2", null, null, 1)).getFirst().id();
    remove("card_uses", second);
    UseSeal old = seals.find(2).orElseThrow();
    remove("card_use_seals", id(2));
    assertBroken(Fault.MISSING, 2);

    UseSeal anew =
        UseSeal.after(
            seals.find(1).orElseThrow(), old.from(), old.to(), uses.between(old.from(), old.to()));
    assertThat(seals.insert(anew)).isTrue();
    assertBroken(Fault.NOT_LINKED, 3);
    remove("card_use_seals", id(3));
    assertThat(chain.sealNext()).isTrue();

    Finding remade = chain.check(0).orElseThrow();
    assertThat(remade.fault()).isNull();
    assertThat(seals.last().orElseThrow().hash()).as("not what was logged").isNotEqualTo(hash);
  }

  @Test
  void whatIsOldGoesByWholeSealsAndTheRestHolds() {
    threeSeals();
    UseSeal second = seals.find(2).orElseThrow();
    clock.advance(Duration.between(clock.instant(), second.to().plus(KEEP)).minusMillis(1));
    chain.removeOld();

    assertThat(seals.after(0, 9)).extracting(UseSeal::number).containsExactly(2L, 3L);
    assertThat(uses.firstFrom(Instant.EPOCH).orElseThrow()).isAfterOrEqualTo(second.from());
    assertThat(chain.check(0).orElseThrow().fault()).isNull();

    remove("card_use_seals", id(2));
    assertBroken(Fault.MISSING, 2);
    clock.advance(KEEP);
    chain.removeOld();
    assertThat(seals.last().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void whereSealsAreGoneBeforeTheirTimeTheirUsesStay() {
    threeSeals();
    remove("card_use_seals", id(1));
    remove("card_use_seals", id(2));

    chain.removeOld();

    assertThat(uses.list(new CardUseRows.Question(null, null, null, 9))).hasSize(4);
    assertBroken(Fault.MISSING, 2);
  }

  /// With one, two and one uses.
  private void threeSeals() {
    for (int number = 1; number <= 3; number++) {
      use(number);
      if (number == 2) {
        clock.advance(Duration.ofMinutes(1));
        use(22);
      }
      clock.advance(UseChain.LONGEST);
      while (chain.sealNext()) {
        clock.advance(Duration.ofMillis(1));
      }
    }
  }

  private void use(int number) {
    Instant at = clock.instant();
    uses.insert(
        List.of(
            new CardUse(
                CardUse.firstId(at) + "_" + number,
                at,
                "m_1",
                Mode.TEST,
                "tok_" + number,
                "payment",
                "pay_" + number)));
  }

  private void assertBroken(Fault fault, long number) {
    Finding found = chain.check(0).orElseThrow();
    assertThat(found.fault()).isEqualTo(fault);
    assertThat(found.broken()).isEqualTo(number);
    assertThat(found.complete()).isFalse();
  }

  private MongoCollection<Document> collection(String name) {
    return store.database().getCollection(name);
  }

  private Document find(String name, String id) {
    return Mono.from(collection(name).find(new Document("_id", id)).first())
        .blockOptional()
        .orElseThrow();
  }

  private void insert(String name, Document document) {
    assertThat(Mono.from(collection(name).insertOne(document)).blockOptional()).isPresent();
  }

  private void remove(String name, String id) {
    assertThat(Mono.from(collection(name).deleteOne(new Document("_id", id))).blockOptional())
        .hasValueSatisfying(gone -> assertThat(gone.getDeletedCount()).isOne());
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /// Sees a chain's end just before another instance seals.
  private final class Slow implements UseSeals {
    @Override
    public boolean insert(UseSeal seal) {
      assertThat(chain.sealNext()).isTrue();
      return seals.insert(seal);
    }

    @Override
    public Optional<UseSeal> find(long number) {
      return seals.find(number);
    }

    @Override
    public Optional<UseSeal> last() {
      return seals.last();
    }

    @Override
    public List<UseSeal> after(long number, int most) {
      return seals.after(number, most);
    }

    @Override
    public void removeEndedBy(Instant at) {
      seals.removeEndedBy(at);
    }
  }
}
