package io.openvpos.fraud.lists.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListBookTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "BIN, 453212, 45321255, true",
    "BIN, 453212, 45321300, false",
    "BIN, 45321200-45321249, 45321249, true",
    "BIN, 45321200-45321249, 45321250, false",
    "IP, 192.0.2.0/24, 192.0.2.255, true",
    "IP, 192.0.2.0/24, 192.0.3.0, false",
    "IP, 192.0.2.77/25, 192.0.2.127, true",
    "IP, 0.0.0.0/0, 8.8.8.8, true",
    "IP, 2001:db8::/32, 2001:db8:1::5, true",
    "IP, 2001:DB8::1, 2001:db8:0:0:0:0:0:1, true",
    "IP, 2001:db8::/32, 2001:db9::1, false",
    "IP, 192.0.2.0/24, ::ffff:192.0.2.9, true",
    "IP, ::ffff:192.0.2.9, 192.0.2.9, true",
    "IP, 192.0.2.1, not-an-address, false",
    "EMAIL, @Dükkan.test, ayşe@dükkan.test, true",
    "EMAIL, @dükkan.test, ayşe@alt.dükkan.test, false",
    "EMAIL, Ayşe@dükkan.test, ayşe@dükkan.test, true",
    "EMAIL, @kötü.test, '\"a@b\"@kötü.test', true",
    "COUNTRY, tr, TR, true",
    "CARD, fp_1, fp_1, true",
    "MERCHANT, m_1, m_2, false",
    "DEVICE, dev-7, dev-7, true",
    "DEVICE, dev-7, DEV-7, false",
  })
  void aValueIsFound(ListEntity entity, String typed, String asked, boolean found) {
    ListName name = ListName.of(ListPurpose.BLOCK, entity);
    ListBook book =
        ListBook.of(List.of(entry(name, ListValue.canonical(entity, typed).orElseThrow())));
    assertThat(book.has(name.number(), asked, ListBook.Moment.of(NOW, Mode.TEST))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "BIN, 123",
    "BIN, 45321249-45321200",
    "BIN, x",
    "IP, 192.0.2.0/33",
    "IP, 1.2.3",
    "IP, 1.2.3.256",
    "IP, host.test",
    "IP, fe80::1%eth0",
    "EMAIL, dükkan.test",
    "COUNTRY, XX",
    "COUNTRY, TUR",
    "CARD, 4111111111111111",
    "CARD, '4111 1111 1111 1111'",
    "MERCHANT, 'a b'",
    "DEVICE, 'a b'",
    "DEVICE, 4111111111111111"
  })
  void whatIsNoSuchValueIsRefused(ListEntity entity, String typed) {
    assertThat(ListValue.canonical(entity, typed)).isEmpty();
  }

  @Test
  void rangesThatOverlapAreAllFound() {
    ListName name = ListName.of(ListPurpose.WATCH, ListEntity.BIN);
    List<ListEntry> entries = new ArrayList<>();
    for (String range : List.of("4000-4999", "40000000-49999999", "45000000-45000001", "4900")) {
      ListValue.canonical(ListEntity.BIN, range).ifPresent(v -> entries.add(entry(name, v)));
    }
    ListBook book = ListBook.of(entries);
    for (String bin : List.of("40000000", "44999999", "45000001", "45000002", "49999999")) {
      assertThat(book.has(name.number(), bin, ListBook.Moment.of(NOW, Mode.TEST))).isTrue();
    }
    assertThat(book.has(name.number(), "50000000", ListBook.Moment.of(NOW, Mode.TEST))).isFalse();
  }

  @Test
  void anEntryCountsUntilItExpiresAndInItsModeOnly() {
    ListName name = ListName.of(ListPurpose.BLOCK, ListEntity.CARD);
    ListBook book =
        ListBook.of(
            List.of(entry(name, "fp", Mode.LIVE, NOW, NOW.plus(Duration.ofHours(1)), null)));
    assertThat(at(book, NOW.minusSeconds(30), Mode.LIVE)).isTrue();
    assertThat(at(book, NOW.plus(Duration.ofHours(1)), Mode.LIVE)).isFalse();
    assertThat(at(book, NOW, Mode.TEST)).isFalse();
  }

  @Test
  void thePastIsJudgedByWhatStoodThen() {
    ListName name = ListName.of(ListPurpose.BLOCK, ListEntity.CARD);
    ListBook book =
        ListBook.of(List.of(entry(name, "fp", null, NOW, null, NOW.plus(Duration.ofDays(1)))));
    assertThat(past(book, NOW.minusMillis(1))).isFalse();
    assertThat(past(book, NOW)).isTrue();
    assertThat(past(book, NOW.plus(Duration.ofDays(1)))).isFalse();
    assertThat(at(book, NOW, Mode.TEST)).isFalse();
  }

  private static boolean at(ListBook book, Instant time, Mode mode) {
    int number = ListName.of(ListPurpose.BLOCK, ListEntity.CARD).number();
    return book.has(number, "fp", ListBook.Moment.of(time, mode));
  }

  private static boolean past(ListBook book, Instant time) {
    int number = ListName.of(ListPurpose.BLOCK, ListEntity.CARD).number();
    return book.has(number, "fp", ListBook.Moment.past(time, Mode.TEST));
  }

  private static ListEntry entry(ListName name, String value) {
    return entry(name, value, null, NOW, null, null);
  }

  private static ListEntry entry(
      ListName name,
      String value,
      @Nullable Mode mode,
      Instant addedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant removedAt) {
    String by = removedAt == null ? null : "b";
    return new ListEntry(
        "id", name, value, mode, "r", "analyst", "a", addedAt, expiresAt, by, removedAt);
  }
}
