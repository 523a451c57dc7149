package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.BesideOthers;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Goal: replaying every topic from offset 0 changes nothing, and each currency leaves on a day of
/// its own calendar. Method: the Thursday before Good Friday is sold in four currencies and
/// settled, the services are stopped, every group's offsets set to 0, the services started again.
@OnChosenGround
@BesideOthers
class ReplayIT {

  private static final String THURSDAY = "2027-03-25";
  private static final String GOOD_FRIDAY = "2027-03-26";
  private static final String TUESDAY = "2027-03-30";
  private static final List<String> MONEY_READERS = List.of("merchant.ledger", "settlement.lines");

  @Test
  void everythingReadAgainFromTheBeginningChangesNothing(@TempDir Path data) throws Exception {
    try (Platform platform =
        PatientPlatform.start(data, Map.of("vpos.settlement.first-day", THURSDAY))) {
      DemoMerchants merchants =
          DemoMerchants.open(
              data.resolve("merchants.json"), platform.endpoints(), platform.credentials());
      trade(platform, merchants);
      BusinessDay days = days(platform);
      List<String> promised = forecast(platform, merchants);
      days.close(THURSDAY);
      assertThat(paymentDays(platform)).isEqualTo(promised);
      String batches = batches(platform);
      trade(platform, merchants);
      assertSound(platform);
      String before = ledger(platform, merchants);

      platform.stopServices();
      rewindEveryGroup(platform.evidence().bootstrapServers());
      platform.startServices();

      awaitReadToTheEnd(platform);
      assertSound(platform);
      assertThat(ledger(platform, merchants)).isEqualTo(before);
      assertThat(batches(platform)).isEqualTo(batches);
    }
  }

  /// Lira and dollars move on Good Friday; the euro and the pound do not before Tuesday.
  private static List<String> forecast(Platform platform, DemoMerchants merchants) {
    Api shop = Api.of(platform.endpoints().settlement()).as(merchants.first().secretKey());
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(dates(shop.get("/v1/payables/calendar"), "date"))
                .containsExactly(
                    "EUR " + TUESDAY,
                    "GBP " + TUESDAY,
                    "TRY " + GOOD_FRIDAY,
                    "USD " + GOOD_FRIDAY));
    return dates(shop.get("/v1/payables/calendar"), "date");
  }

  private static List<String> paymentDays(Platform platform) {
    Api finance = platform.settlementAsFinance();
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(dates(finance.get("/v1/payouts?date=" + THURSDAY), "execution_date"))
                .hasSize(4));
    return dates(finance.get("/v1/payouts?date=" + THURSDAY), "execution_date");
  }

  private static List<String> dates(Reply page, String field) {
    return page.expect(200)
        .path("data")
        .valueStream()
        .map(row -> row.path("currency").asString() + " " + row.path(field).asString())
        .sorted()
        .toList();
  }

  /// Their digests, and by which calendars each was cut, as batches and certificates say it.
  private static String batches(Platform platform) {
    Api finance = platform.settlementAsFinance();
    JsonNode batches = finance.get("/v1/batches?date=" + THURSDAY).expect(200).path("data");
    List<String> said = new ArrayList<>();
    for (JsonNode batch : batches) {
      String currency = batch.path("currency").asString();
      String calendar = batch.path("calendar_version").asString();
      String certificate =
          "/v1/business-days/" + THURSDAY + "/certificate.json?mode=test&currency=" + currency;
      assertThat(
              finance
                  .get(certificate)
                  .expect(200)
                  .path("certificate")
                  .path("calendar_version")
                  .asString())
          .isEqualTo(calendar);
      said.add(currency + " " + calendar);
    }
    assertThat(said)
        .containsExactlyInAnyOrder(
            "EUR tr-1+target-1", "GBP tr-1+chaps-1", "TRY tr-1", "USD tr-1+fedwire-1");
    return batches.toString();
  }

  private static void trade(Platform platform, DemoMerchants merchants) {
    Shop shop = new Shop(platform.endpoints().authorization(), merchants.first().secretKey());
    for (int i = 0; i < 5; i++) {
      String id = shop.pay(Order.of(10_000 + i * 100, SandboxCards.VISA), "R-" + i).string("id");
      if (i % 2 == 0) {
        shop.refund(id, 2_000L).expect(201);
      }
    }
    for (String currency : List.of("USD", "EUR", "GBP")) {
      shop.pay(Order.of(5_000, SandboxCards.VISA).in(currency), "R-" + currency).expect(201);
    }
    shop.pay(Order.of(4_000, SandboxCards.TROY).by("x@fraud.test"), "R-F").expect(201);
  }

  private static void rewindEveryGroup(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<String> groups =
          await()
              .atMost(PatientPlatform.PATIENCE)
              .until(() -> groups(admin), found -> found.containsAll(MONEY_READERS));
      for (String group : groups) {
        Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
        await()
            .atMost(PatientPlatform.PATIENCE)
            .ignoreExceptions()
            .until(() -> committed(admin, group), found -> !found.isEmpty())
            .forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
        await()
            .atMost(PatientPlatform.PATIENCE)
            .ignoreExceptions()
            .untilAsserted(() -> admin.alterConsumerGroupOffsets(group, start).all().get());
      }
    }
  }

  private static Set<TopicPartition> committed(Admin admin, String group) throws Exception {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet();
  }

  private static List<String> groups(Admin admin) throws Exception {
    return admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
  }

  private static void awaitReadToTheEnd(Platform platform) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(ConsumerLag.of(platform.evidence().bootstrapServers())).isZero());
  }

  private static String ledger(Platform platform, DemoMerchants merchants) {
    String id = merchants.first().merchantId();
    Api merchant = Api.of(platform.endpoints().merchant()).as(merchants.first().secretKey());
    return merchant.get("/v1/merchants/" + id + "/ledger/entries?limit=100").text()
        + merchant.get("/v1/merchants/" + id + "/balances?mode=test").text();
  }

  private static void assertSound(Platform platform) {
    assertThat(Verify.run(platform.evidence(), PatientPlatform.PATIENCE))
        .hasSize(12)
        .allMatch(Verdict::ok);
  }

  private static BusinessDay days(Platform platform) {
    return new BusinessDay(platform.settlementAsFinance());
  }
}
