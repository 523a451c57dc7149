package io.openvpos.merchant.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.fakes.Broker;
import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.merchant.fakes.UnheardDatabase;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoMerchantsTest {

  private static final Action OPENED = new Action("merchant.opened", Actor.PLATFORM, Instant.EPOCH);

  private final MemoryStore store = new MemoryStore();
  private final UnheardDatabase unheard = new UnheardDatabase(store.database());
  private final Broker broker = new Broker();
  private final Heartbeats heartbeats =
      new Heartbeats(Documents.plain(store.database(), "heartbeats"), Clock.systemUTC());
  private final MongoMerchants merchants =
      new MongoMerchants(
          unheard.database(),
          new AuditRecords(store.database()),
          merchant -> Broker.event(merchant.id() + ":" + merchant.version(), Topics.PROFILES),
          broker.sender(),
          heartbeats);

  @AfterEach
  void stop() {
    merchants.close();
    heartbeats.close();
    store.close();
  }

  @Test
  void aMerchantComesOutAsItWentIn() {
    assertThat(merchants.insert(merchant("mer_1", "00000001"), OPENED)).isTrue();

    assertThat(merchants.find("mer_1")).contains(merchant("mer_1", "00000001"));
    broker.awaitSent("mer_1:1");
  }

  @Test
  void soDoesWhatGuardsItsPayments() {
    merchants.insert(merchant("mer_1", "00000001"), OPENED);
    Merchant guarded =
        merchant("mer_1", "00000001")
            .withKey(
                new ApiKey(
                    "key_1",
                    "00",
                    "sk_test_…0000",
                    Mode.TEST,
                    KeyScope.SECRET,
                    Instant.EPOCH,
                    null,
                    new KeyLimits(
                        Instant.parse("2027-01-01T00:00:00Z"),
                        List.of(AddressRange.read("2001:db8::/48").orElseThrow()),
                        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")));
    assertThat(merchants.save(guarded, OPENED)).isTrue();
    guarded =
        guarded.withSecurity(
            new SecuritySettings(
                List.of(new CheckoutOrigin("https://shop.example")),
                new ThreeDSecurePolicy(Kind.ABOVE, Map.of("TRY", 50_000L))));
    assertThat(merchants.save(guarded, OPENED)).isTrue();

    assertThat(merchants.find("mer_1")).contains(guarded);
    broker.awaitSent("mer_1:1", "mer_1:2", "mer_1:3");
  }

  @Test
  void aTerminalIsOneMerchants() {
    merchants.insert(merchant("mer_1", "00000001"), OPENED);

    assertThat(merchants.insert(merchant("mer_2", "00000001"), OPENED)).isFalse();
    assertThat(merchants.insert(merchant("mer_1", "00000002"), OPENED)).isFalse();

    assertThat(merchants.find("mer_2")).isEmpty();
    broker.awaitSent("mer_1:1");
  }

  @Test
  void aChangeOfWhichNobodyHeardIsSentAllTheSame() {
    merchants.insert(merchant("mer_1", "00000001"), OPENED);
    Merchant changed = merchant("mer_1", "00000001").withoutKey("key_1", Instant.EPOCH);

    unheard.muteNextUpdate();
    assertThatThrownBy(() -> merchants.save(changed, OPENED))
        .isInstanceOf(MongoTimeoutException.class);

    broker.awaitSent("mer_1:1", "mer_1:2");
  }

  @Test
  void whoeverReadsAMerchantSendsWhatIsLeftInItsOutbox() {
    merchants.insert(merchant("mer_1", "00000001"), OPENED);
    Document left = Broker.event("mer_1:2", Topics.PROFILES).toDocument();
    Documents.plain(store.database(), "merchants")
        .update("mer_1", new Document("$push", new Document("outbox", left)));

    merchants.find("mer_1");

    broker.awaitSent("mer_1:1", "mer_1:2");
  }

  @Test
  void nothingButTheIdIsUniqueSoThatTheCollectionCanBeSharded() {
    assertThat(store.uniqueKeys("merchants"))
        .allMatch(key -> key.keySet().iterator().next().equals("_id"));
  }

  private static Merchant merchant(String id, String terminalId) {
    return new Merchant(
        id,
        1,
        "Shop",
        Status.ACTIVE,
        "5812",
        terminalId,
        Registration.of(terminalId, null, false),
        "TR330006100519786457841326",
        List.of(Mode.TEST),
        List.of("TRY"),
        RiskPolicy.DEFAULT,
        CaptureRules.DEFAULT,
        ContractBook.first(ContractTerms.demo()),
        List.of(),
        null,
        Instant.parse("2026-11-23T09:00:00Z"));
  }
}
