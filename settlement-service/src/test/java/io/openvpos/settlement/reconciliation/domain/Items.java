package io.openvpos.settlement.reconciliation.domain;

import java.time.LocalDate;

/// Items of both sides for tests.
public final class Items {

  public static final LocalDate D = LocalDate.parse("2026-11-23");

  private Items() {}

  public static Item capture(int number, long amount) {
    return item(ItemType.CAPTURE, number, amount, "TRY", "2026-11-23.m_abc.test.TRY." + number);
  }

  public static Item item(ItemType type, int rrn, long amount, String currency, String arn) {
    return new Item(
        type,
        "RRN%09d".formatted(rrn),
        "000001",
        "AUTH01",
        "******6111",
        amount,
        currency,
        D,
        "",
        arn,
        "",
        0);
  }

  public static Item chargeback(int number, long amount, String reference) {
    return new Item(
        ItemType.CHARGEBACK,
        "RRN%09d".formatted(number),
        "",
        "",
        "******6111",
        amount,
        "TRY",
        D,
        "10.4",
        "2026-11-23.m_abc.test.TRY." + number,
        reference,
        1);
  }
}
