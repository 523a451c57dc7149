package io.openvpos.merchant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.adjustment.OneMerchant;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.profile.KeyLimiting.Outcome;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KeyLimitingTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final Actor ADMIN = new Actor("admin@shop", "-");
  private static final List<AddressRange> OFFICE =
      List.of(AddressRange.read("203.0.113.0/24").orElseThrow());

  private final SetClock clock = new SetClock(NOW);
  private final One merchants = new One();
  private final KeyLimiting limiting = new KeyLimiting(merchants, clock);

  @Test
  void ofTwoChangesAtOnceBothHold() {
    merchants.meanwhile = merchant -> merchant.withLimits("key_1", ending(Duration.ofDays(1)));

    Optional<Outcome> outcome = limiting.change("mer_1", "key_1", KeyLimitingTest::office, ADMIN);

    KeyLimits both = office(ending(Duration.ofDays(1)));
    assertThat(merchants.key().limits()).isEqualTo(both);
    assertThat(outcome).contains(new Outcome.Done(merchants.key()));
    assertThat(merchants.done).containsExactly("merchant.key_limits_changed");
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    limiting.change("mer_1", "key_1", KeyLimitingTest::office, ADMIN);
    long version = merchants.stored.version();

    assertThat(limiting.change("mer_1", "key_1", KeyLimitingTest::office, ADMIN))
        .contains(new Outcome.Done(merchants.key()));
    assertThat(merchants.stored.version()).isEqualTo(version);
    assertThat(merchants.done).hasSize(1);
  }

  @Test
  void nothingBringsAKeyBack() {
    limiting.change("mer_1", "key_1", _ -> ending(Duration.ofHours(1)), ADMIN);
    clock.forward(Duration.ofHours(1));
    assertThat(limiting.change("mer_1", "key_1", _ -> KeyLimits.NONE, ADMIN))
        .contains(new Outcome.Ended());
    assertThat(merchants.key().limits()).isEqualTo(ending(Duration.ofHours(1)));
  }

  @Test
  void aKeyRevokedMeanwhileStaysAsItIs() {
    merchants.meanwhile = merchant -> merchant.withoutKey("key_1", NOW);

    assertThat(limiting.change("mer_1", "key_1", KeyLimitingTest::office, ADMIN))
        .contains(new Outcome.Ended());
    assertThat(merchants.key().limits()).isEqualTo(KeyLimits.NONE);
    assertThat(merchants.done).isEmpty();
  }

  @Test
  void anUnknownKeyIsNone() {
    assertThat(limiting.change("mer_1", "key_2", KeyLimitingTest::office, ADMIN)).isEmpty();
    assertThat(limiting.change("mer_9", "key_1", KeyLimitingTest::office, ADMIN)).isEmpty();
  }

  private static KeyLimits office(KeyLimits before) {
    return new KeyLimits(before.expiresAt(), OFFICE, before.signingKey());
  }

  private static KeyLimits ending(Duration in) {
    return new KeyLimits(NOW.plus(in), List.of(), null);
  }

  /// `mer_1` with a key, and once with a change that is faster.
  private static final class One implements Merchants {

    private final List<String> done = new ArrayList<>();
    private UnaryOperator<Merchant> meanwhile = UnaryOperator.identity();
    private Merchant stored =
        new OneMerchant()
            .find("mer_1")
            .orElseThrow()
            .withKey(
                new ApiKey(
                    "key_1",
                    "hash",
                    "sk_test_…0000",
                    Mode.TEST,
                    KeyScope.SECRET,
                    NOW,
                    null,
                    KeyLimits.NONE));

    private ApiKey key() {
      return stored.key("key_1").orElseThrow();
    }

    @Override
    public Optional<Merchant> find(String id) {
      return Optional.of(stored).filter(one -> one.id().equals(id));
    }

    @Override
    public List<Merchant> all() {
      return List.of(stored);
    }

    @Override
    public boolean insert(Merchant merchant, Action action) {
      throw new AssertionError("nothing is inserted");
    }

    @Override
    public boolean save(Merchant changed, Action action) {
      stored = meanwhile.apply(stored);
      meanwhile = UnaryOperator.identity();
      if (changed.version() != stored.version() + 1) {
        return false;
      }
      stored = changed;
      done.add(action.name());
      return true;
    }
  }
}
