package io.openvpos.fraud.lists.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ListControllerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Caller ANALYST = new Caller.Staff("ayşe", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(NOW);
  private final MongoListEntries entries =
      new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes"));
  private final ListsInForce lists = new ListsInForce(entries, clock);
  private final ListDesk desk = new ListDesk(entries, clock);
  private final ListController controller =
      new ListController(
          entries,
          lists,
          desk,
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()),
          clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEntryStandsUntilItIsRemovedAndMayComeBack() {
    ListAnswer added = add("block_email", "@Kötü.test", 201);
    assertThat(added.value()).isEqualTo("@kötü.test");
    assertThat(add("block_email", "@kötü.test", 200).id()).isEqualTo(added.id());
    assertThat(isBlocked("biri@kötü.test")).isTrue();

    assertThat(controller.remove(ANALYST, added.id()).removedBy()).isEqualTo("ayşe");
    controller.remove(ANALYST, added.id());
    assertThat(isBlocked("biri@kötü.test")).isFalse();
    assertThat(controller.list(AUDITOR, null, "20", null).data()).isEmpty();

    assertThat(add("block_email", "@kötü.test", 201).id()).isNotEqualTo(added.id());
    assertThat(isBlocked("biri@kötü.test")).isTrue();
  }

  @Test
  void anEntryEndsByItself() {
    String body =
        """
        {"list": "block_email", "value": "x@y.test", "reason": "r", "ttl_hours": 2}\
        """;
    controller.add(ANALYST, json(body));
    assertThat(isBlocked("x@y.test")).isTrue();
    clock.advance(Duration.ofHours(2));
    assertThat(isBlocked("x@y.test")).isFalse();
    add("block_email", "x@y.test", 201);
  }

  @Test
  void aLongerWishOutlastsAShorterEntry() {
    controller.add(
        ANALYST,
        json(
            "{\"list\": \"block_email\", \"value\": \"x@y.test\", \"reason\": \"r\", \"ttl_hours\":"
                + " 2}"));
    String kept = add("block_email", "x@y.test", 201).id();
    clock.advance(Duration.ofDays(9));
    assertThat(isBlocked("x@y.test")).isTrue();
    assertThat(add("block_email", "x@y.test", 200).id()).isEqualTo(kept);
  }

  @Test
  void whatExpiredTakesNoRoomAndIsInNoFile() {
    controller.add(
        ANALYST,
        json(
            "{\"list\": \"block_email\", \"value\": \"x@y.test\", \"reason\": \"r\", \"ttl_hours\":"
                + " 2}"));
    add("block_email", "z@y.test", 201);
    clock.advance(Duration.ofHours(3));
    String out = text(controller.download(AUDITOR, null));
    assertThat(controller.upload(ANALYST, csv(out))).isEqualTo(new ListAnswer.Imported(1, 0));
    lists.refresh();
    assertThat(lists.book().size()).isEqualTo(2);
    clock.advance(Duration.ofDays(1));
    lists.refresh();
    assertThat(lists.book().size()).isOne();
  }

  @Test
  void aFileGoesInAndComesOutAlike() {
    String file =
        """
        list;value;mode;reason;expires_at\r
        block_email;'@kötü.test;;"Çalıntı ""kart""; ihbar";\r
        watch_bin;453212;live;şüpheli;2027-01-01T00:00:00Z\r
        block_ip;192.0.2.0/24;test;=2+5;\r
        block_ip;192.0.3.0/24;test;"''=2+5";\r
        """;
    assertThat(controller.upload(ANALYST, csv(file))).isEqualTo(new ListAnswer.Imported(4, 4));
    assertThat(controller.upload(ANALYST, csv(file))).isEqualTo(new ListAnswer.Imported(4, 0));

    String out = text(controller.download(AUDITOR, null));

    assertThat(out)
        .contains("block_email,'@kötü.test,,\"Çalıntı \"\"kart\"\"; ihbar\"")
        .contains("watch_bin,45321200-45321299,live,şüpheli,2027-01-01T00:00:00Z,csv,ayşe")
        .contains("block_ip,192.0.2.0/24,test,'=2+5");
    assertThat(controller.upload(ANALYST, csv(out))).isEqualTo(new ListAnswer.Imported(4, 0));
    assertThat(entries.standing()).extracting(ListEntry::reason).contains("=2+5", "'=2+5");
  }

  @Test
  void theRowsOfAFileAreWrittenTogether() {
    List<ListDesk.Wish> wishes = new ArrayList<>();
    for (int row = 0; row < 2_500; row++) {
      wishes.add(wish("x" + row % 2_400 + "@y.test", null));
    }
    List<String> calls = new ArrayList<>();

    assertThat(new ListDesk(heard(calls), clock).addAll(wishes, "ayşe")).isEqualTo(2_400);

    assertThat(calls).hasSize(7).containsOnly("ofKeys", "add", "changed");
    assertThat(entries.standing()).hasSize(2_400);
  }

  @Test
  void aShorterRowBeforeALongerOneAreTwoEntries() {
    List<ListDesk.Wish> wishes =
        List.of(wish("x@y.test", NOW.plusSeconds(9)), wish("x@y.test", null));

    assertThat(desk.addAll(wishes, "ayşe")).isEqualTo(2);
    assertThat(desk.addAll(wishes, "ayşe")).isZero();
    assertThat(entries.standing()).extracting(ListEntry::number).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void whatAnotherAddsAtTheSameTimeIsFoundStanding() {
    ListEntries slow = when("add", () -> desk.add(wish("x2@y.test", null), "mehmet"));
    List<ListDesk.Wish> wishes = new ArrayList<>();
    for (int row = 0; row < 5; row++) {
      wishes.add(wish("x" + row + "@y.test", null));
    }

    assertThat(new ListDesk(slow, clock).addAll(wishes, "ayşe")).isEqualTo(4);

    assertThat(entries.standing())
        .extracting(ListEntry::value, ListEntry::addedBy)
        .hasSize(5)
        .contains(tuple("x2@y.test", "mehmet"), tuple("x1@y.test", "ayşe"));
  }

  @Test
  void aFileWithOneWrongRowChangesNothing() {
    ProblemException refused =
        refused(
            """
            list,value,reason
            block_card,fp_1,ok
            block_card,4111111111111111,no
            nowhere,x,
            """);
    assertThat(refused.fields())
        .extracting(field -> field.pointer() + " " + field.code())
        .containsExactly(
            "/rows/2/value card_number_not_allowed",
            "/rows/3/list list_unknown",
            "/rows/3/reason required");
    assertThat(refused("value,reason\nx,y\n").code()).isEqualTo("csv_columns");
    assertThat(refused("").code()).isEqualTo("csv_columns");
    assertThat(refused("list,value,reason\n\"open").code()).isEqualTo("csv_unreadable");
    assertThat(controller.list(ANALYST, null, "20", null).data()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                controller.add(
                    ANALYST,
                    json(
                        """
                        {"list": "block_ip", "value": "1.2.3", "mode": "real",
                         "expires_at": "2026-11-25T09:00:00Z"}\
                        """)));
    assertThat(refused.fields())
        .extracting(field -> field.pointer() + " " + field.code())
        .containsExactly(
            "/value list_value_ip",
            "/mode invalid",
            "/reason required",
            "/expires_at not_in_the_future");
    String endless = "{\"list\": \"block_card\", \"value\": \"fp_1\", \"reason\": \"r\",";
    endless += " \"expires_at\": \"+999999999-12-31T00:00:00Z\"}";
    MockServerWebExchange tooLong = json(endless);
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> controller.add(ANALYST, tooLong))
                .fields())
        .extracting(field -> field.pointer() + " " + field.code())
        .containsExactly("/expires_at out_of_range");
    assertThat(
            catchThrowableOfType(
                    ProblemException.class, () -> controller.add(AUDITOR, json("nonsense")))
                .status())
        .isEqualTo(403);
  }

  private ListEntries heard(List<String> calls) {
    return calling(calls::add);
  }

  private ListEntries when(String name, Runnable first) {
    return calling(called -> {
      if (called.equals(name)) {
        first.run();
      }
    });
  }

  private ListEntries calling(Consumer<String> before) {
    return (ListEntries)
        Proxy.newProxyInstance(
            ListEntries.class.getClassLoader(),
            new Class<?>[] {ListEntries.class},
            (proxy, method, arguments) -> {
              before.accept(method.getName());
              return method.invoke(entries, arguments);
            });
  }

  private static ListDesk.Wish wish(String email, @Nullable Instant expiresAt) {
    return new ListDesk.Wish(
        ListName.of("block_email").orElseThrow(), email, null, "r", "csv", expiresAt);
  }

  private ProblemException refused(String file) {
    return catchThrowableOfType(
        ProblemException.class, () -> controller.upload(ANALYST, csv(file)));
  }

  private boolean isBlocked(String email) {
    lists.refresh();
    int number = ListName.of("block_email").orElseThrow().number();
    return lists.book().has(number, email, ListBook.Moment.of(clock.instant(), Mode.TEST));
  }

  private ListAnswer add(String list, String value, int status) {
    String body = "{\"list\": \"" + list + "\", \"value\": \"" + value + "\", \"reason\": \"r\"}";
    ResponseEntity<ListAnswer> answer = controller.add(ANALYST, json(body));
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    return Objects.requireNonNull(answer.getBody());
  }

  private static String text(ResponseEntity<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static MockServerWebExchange csv(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.TEXT_PLAIN).body(body));
  }
}
