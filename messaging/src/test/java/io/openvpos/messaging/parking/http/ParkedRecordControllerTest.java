package io.openvpos.messaging.parking.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.mongo.MemoryStore;
import io.openvpos.messaging.parking.ParkingDesk;
import io.openvpos.messaging.parking.Replaying;
import io.openvpos.messaging.parking.StopReason;
import io.openvpos.messaging.parking.StoppedPartition;
import io.openvpos.messaging.parking.mongo.MongoParkings;
import io.openvpos.messaging.parking.mongo.MongoStopBoard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Who may park what, and what is wrong with a wish.
class ParkedRecordControllerTest {

  private static final Caller OPS = staff(Role.ACQUIRER_OPS);

  private final MemoryStore store = new MemoryStore();
  private final MongoParkings parkings = new MongoParkings(store.database());
  private final MongoStopBoard board = new MongoStopBoard(store.database());
  private final ParkedRecordController controller =
      new ParkedRecordController(
          new ParkingDesk(parkings, board, Clock.systemUTC()),
          new Replaying(parkings, records -> Optional.empty(), Clock.systemUTC()),
          parkings,
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                  .build()));

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void theRoleIsAskedForFirst() {
    for (Role role : List.of(Role.AUDITOR, Role.ACQUIRER_FINANCE, Role.MERCHANT_ADMIN)) {
      assertThat(refusal(staff(role), "{")).isEqualTo("403 forbidden []");
    }
    assertThat(controller.list(staff(Role.AUDITOR), null, null).data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{; 400 malformed_json []",
        "{\"topic\": \"payments\", \"partition\": 1, \"offset\": 7};"
            + " 400 validation_failed [/reason required]",
        "{\"topic\": \"payments\", \"partition\": -1, \"offset\": 7, \"reason\": \"r\"};"
            + " 400 validation_failed [/partition out_of_range]",
        "{\"topic\": \"payments\", \"partition\": 1, \"offset\": 7, \"reason\": \"r\","
            + " \"drop\": true}; 400 validation_failed [/drop unknown_field]",
        "{\"topic\": \"payments\", \"partition\": 1, \"offset\": 7,"
            + " \"reason\": \"card 4155 6501 0041 6111\"};"
            + " 400 validation_failed [/reason invalid]",
        "{\"topic\": \"payments\", \"partition\": 1, \"offset\": 7, \"reason\": \"r\"};"
            + " 409 partition_not_stopped_there []"
      })
  void aWrongWishIsAProblem(String sent, String expected) {
    assertThat(refusal(OPS, sent)).isEqualTo(expected);
  }

  @Test
  void theRecordAtWhichThePartitionStandsIsParkedOnce() {
    stops(7, "mer_1");
    String wish =
        "{\"topic\": \"payments\", \"partition\": 1, \"offset\": 7, \"reason\": \"INC-1\"}";

    var first = controller.park(OPS, exchange(wish));
    var second = controller.park(OPS, exchange(wish));
    board.remove("payments", 1);
    var afterwards = controller.park(OPS, exchange(wish));

    assertThat(first.getStatusCode().value()).isEqualTo(201);
    assertThat(second.getStatusCode().value()).isEqualTo(200);
    assertThat(afterwards.getStatusCode().value()).isEqualTo(200);
    assertThat(controller.list(OPS, "payments", "mer_1").data())
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.parkedBy()).isEqualTo("somebody");
          assertThat(parked.reason()).isEqualTo("INC-1");
          assertThat(parked.fromOffset()).isEqualTo(7);
        });
    assertThat(controller.list(OPS, "payments", "mer_2").data()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23", ""})
  void neitherAMarkerNorARecordWithoutAKeyIsParked(String key) {
    stops(7, key);
    assertThat(
            refusal(OPS, "{\"topic\":\"payments\",\"partition\":1,\"offset\":7,\"reason\":\"r\"}"))
        .isEqualTo("409 record_not_parkable []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition_not_stopped_there", "record_not_parkable"})
  void everyRefusalHasATextInBothLanguages(String code) {
    Messages messages = new Messages(List.of());
    for (String part : List.of(".title", ".detail")) {
      String key = "problem." + code + part;
      assertThat(messages.text(key, Locale.ENGLISH)).isNotEqualTo(key);
      assertThat(messages.text(key, Languages.TURKISH))
          .isNotEqualTo(key)
          .isNotEqualTo(messages.text(key, Locale.ENGLISH));
    }
  }

  private void stops(long offset, String key) {
    board.put(
        new StoppedPartition(
            "payments",
            1,
            offset,
            key.isEmpty() ? null : key,
            new StopReason("failed", ""),
            Instant.EPOCH,
            1));
  }

  private String refusal(Caller caller, String body) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> controller.park(caller, exchange(body)));
    return problem.status()
        + " "
        + problem.code()
        + " "
        + problem.fields().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private static MockServerWebExchange exchange(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static Caller staff(Role role) {
    return new Caller.Staff("somebody", Set.of(role), null);
  }
}
