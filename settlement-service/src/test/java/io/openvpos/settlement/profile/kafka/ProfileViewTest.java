package io.openvpos.settlement.profile.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TestCodecs;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.RiskPolicy;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ProfileViewTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final AvroCodec codec = TestCodecs.keeping();
  private final Merchants merchants = new Merchants(Clock.fixed(NOW, ZoneOffset.UTC));
  private final ProfileView view = new ProfileView(codec, merchants);
  private final ApiKeys keys = merchants::find;

  @Test
  void aClosedMerchantsKeysAreUnknownAndItIsStillPaid() {
    told(1, "active");
    assertThat(keys.find("sk_test_1")).isPresent();

    told(2, "closed");

    assertThat(keys.find("sk_test_1")).isEmpty();
    assertThat(merchants.of("mer_1")).isEqualTo(new Beneficiary("TR33", "Shop"));
  }

  private void told(long version, String status) {
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
            .setModes(List.of(Mode.TEST))
            .setApiKeys(
                List.of(
                    new ApiKey(
                        ApiKeys.hash("sk_test_1"), "secret", Mode.TEST, null, List.of(), null)))
            .setCurrencies(List.of("TRY"))
            .setMcc("5812")
            .setTerminalId("00000001")
            .setIban("TR33")
            .setRiskPolicy(new RiskPolicy(50_000L, 20, 60, 200))
            .setCaptureRules(new CaptureRules(true, 7, 12))
            .setContractVersions(List.of())
            .build();
    view.accept(
        new ConsumerRecord<>(
            Topics.PROFILES.name(), 0, version, "mer_1", codec.encode(Topics.PROFILES, profile)));
  }
}
