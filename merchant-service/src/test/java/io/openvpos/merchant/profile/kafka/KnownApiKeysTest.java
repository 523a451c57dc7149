package io.openvpos.merchant.profile.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller.MerchantKey;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TestCodecs;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.RiskPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KnownApiKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final AvroCodec codec = TestCodecs.keeping();
  private final KnownApiKeys keys = new KnownApiKeys(codec, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aGuardThatIsNotUnderstoodOpensNothing() {
    ApiKey listed = key("sk_test_1", List.of("203.0.113.0/24"));
    ApiKey strange = key("sk_test_2", List.of("203.0.113.0/24", "everywhere"));
    told(1, "active", List.of(listed, strange));

    assertThat(keys.find("sk_test_1").orElseThrow().guard().addresses()).hasSize(1);
    assertThat(keys.find("sk_test_2")).isEmpty();
  }

  @Test
  void changedLimitsHoldFromTheNewestProfileOn() {
    told(1, "active", List.of(key("sk_test_1")));
    told(2, "active", List.of(key("sk_test_1", List.of("203.0.113.0/24"))));
    told(1, "active", List.of(key("sk_test_1")));
    assertThat(keys.find("sk_test_1").orElseThrow().guard().addresses()).hasSize(1);

    ApiKey ended = key("sk_test_1");
    ended.put("expiresAt", NOW);
    told(3, "active", List.of(ended));
    assertThat(keys.find("sk_test_1")).isEmpty();
  }

  @Test
  void aKeyThatIsNoLongerNamedIsUnknown() {
    told(1, "active", List.of(key("sk_test_1"), key("sk_test_2")));
    told(2, "active", List.of(key("sk_test_2")));
    told(1, "active", List.of(key("sk_test_1"), key("sk_test_2")));

    assertThat(keys.find("sk_test_1")).isEmpty();
    assertThat(keys.find("sk_test_2"))
        .contains(new MerchantKey("mer_1", Mode.TEST, KeyScope.SECRET));
  }

  @Test
  void aClosedMerchantHasNoKeys() {
    told(1, "active", List.of(key("sk_test_1")));
    told(2, "closed", List.of(key("sk_test_1")));

    assertThat(keys.find("sk_test_1")).isEmpty();
  }

  @Test
  void aKeyThatStaysIsKnownWhileTheProfileIsTakenIn() {
    told(1, "active", List.of(key("sk_test_1"), key("sk_test_2")));
    AtomicBoolean alwaysKnown = new AtomicBoolean(true);
    List<ApiKey> left = List.of(key("sk_test_3"), key("sk_test_2"));
    List<ApiKey> asked =
        new AbstractList<>() {
          @Override
          public ApiKey get(int index) {
            alwaysKnown.compareAndSet(true, keys.find("sk_test_2").isPresent());
            return left.get(index);
          }

          @Override
          public int size() {
            return left.size();
          }
        };

    told(2, "active", asked);

    assertThat(alwaysKnown).isTrue();
    assertThat(keys.find("sk_test_1")).isEmpty();
    assertThat(keys.find("sk_test_3")).isPresent();
  }

  @Test
  void aProfileThatAnOlderOneCameBehindIsToldAgainUntilItIsLast() {
    List<String> again = new ArrayList<>();
    AtomicBoolean caughtUp = new AtomicBoolean();
    BuriedProfiles buried = new BuriedProfiles(keys, caughtUp::get, again::add);
    told(1, "active", List.of(key("sk_test_1")));
    told(2, "active", List.of());
    told(1, "active", List.of(key("sk_test_1")));
    buried.unbury();
    assertThat(again).isEmpty();

    caughtUp.set(true);
    buried.unbury();
    told(3, "active", List.of());
    buried.unbury();

    assertThat(again).containsExactly("mer_1");
  }

  private void told(long version, String status, List<ApiKey> apiKeys) {
    MerchantProfile profile =
        MerchantProfile.newBuilder()
            .setInstallmentLimits(List.of())
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId("mer_1:" + version)
                    .setOccurredAt(NOW)
                    .setAggregateVersion(version)
                    .build())
            .setMerchantId("mer_1")
            .setName("Shop")
            .setStatus(status)
            .setModes(List.of(io.openvpos.schemas.Mode.TEST))
            .setApiKeys(List.of())
            .setCurrencies(List.of("TRY"))
            .setMcc("5812")
            .setTerminalId("00000001")
            .setIban("TR330006100519786457841326")
            .setRiskPolicy(new RiskPolicy(50_000L, 20, 60, 200))
            .setCaptureRules(new CaptureRules(true, 7, 12))
            .setContractVersions(List.of())
            .build();
    // Not copied, as a builder would.
    profile.put("apiKeys", apiKeys);
    keys.accept(
        new ConsumerRecord<>(
            Topics.PROFILES.name(), 0, version, "mer_1", codec.encode(Topics.PROFILES, profile)));
  }

  private static ApiKey key(String inClear) {
    return key(inClear, List.of());
  }

  private static ApiKey key(String inClear, List<String> addresses) {
    return new ApiKey(
        ApiKeys.hash(inClear), "secret", io.openvpos.schemas.Mode.TEST, null, addresses, null);
  }
}
