package io.openvpos.settlement.payout.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.iso20022.IsoSchema;
import io.openvpos.settlement.payout.bank.PaymentRails.Rail;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentRailsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final LocalDate PAID = D.plusDays(1);
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final String TABLE = "/payment-rails-for-tests.csv";

  @Test
  void smallPaymentsGoByFastAndLargeOnesByEft() {
    assertThat(way(PaymentRails.CURRENT, 100_000_00, "TRY", CUT_OFF)).isEqualTo("FAST");
    assertThat(way(PaymentRails.CURRENT, 100_000_01, "TRY", CUT_OFF)).isEqualTo("EFT");
    assertThat(way(PaymentRails.CURRENT, 5_00, "USD", CUT_OFF)).isEmpty();
  }

  @Test
  void theHourDecidesBetweenWaysThatBothTakeTheAmount() {
    PaymentRails rails = PaymentRails.read(TABLE);
    // Of that table EFT comes first and is open from 08:30 to 17:30.
    assertThat(way(rails, 50_00, "TRY", Instant.parse("2026-11-24T06:00:00Z"))).isEqualTo("EFT");
    assertThat(way(rails, 50_00, "TRY", Instant.parse("2026-11-24T05:29:59Z"))).isEqualTo("FAST");
    assertThat(way(rails, 50_00, "TRY", Instant.parse("2026-11-24T14:30:00Z"))).isEqualTo("FAST");
    assertThat(way(rails, 50_00, "TRY", CUT_OFF)).isEqualTo("FAST");
    // Too large for FAST: it waits for the hours of EFT.
    assertThat(way(rails, 500_00, "TRY", CUT_OFF)).isEqualTo("EFT");
  }

  @Test
  void theRowsOfTheExecutionDateCount() {
    PaymentRails rails = PaymentRails.read(TABLE);
    Payout before = payout(50_00, "TRY", LocalDate.parse("2026-01-30"));
    assertThat(rails.of(before, CUT_OFF)).isEmpty();
    Payout later = payout(500_00, "TRY", LocalDate.parse("2027-01-04"));
    assertThat(rails.of(later, CUT_OFF).orElseThrow().name()).isEqualTo("FAST");
  }

  @Test
  void aFileHasOneBlockForEachWayAndItsSchemaIsMet() {
    List<Payout> payouts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      payouts.add(payout(i % 2 == 0 ? 50_00 + i : 200_000_00 + i, "TRY", PAID, "m_" + i));
    }
    PayoutFile file =
        PayoutFile.ofClose(new DayToFile(D, CUT_OFF, Terms.DEBTOR), Mode.TEST, "TRY", payouts);
    byte[] xml = new CreditTransferFile().write(file);
    IsoSchema.PAIN_001.validate(xml);

    List<PaymentInstruction30> blocks =
        MxPain00100109.parse(new String(xml, StandardCharsets.UTF_8))
            .getCstmrCdtTrfInitn()
            .getPmtInf();
    assertThat(blocks)
        .extracting(block -> block.getPmtTpInf().getLclInstrm().getPrtry())
        .containsExactly("EFT", "FAST");
    assertThat(blocks)
        .extracting(PaymentInstruction30::getPmtInfId)
        .containsExactly(file.messageId(), file.messageId() + "/2");
    assertThat(blocks)
        .extracting(block -> block.getCtrlSum().movePointRight(2).longValueExact())
        .containsExactly(600_000_09L, 150_06L);
  }

  private static String way(PaymentRails rails, long amount, String currency, Instant made) {
    return rails.of(payout(amount, currency, PAID), made).map(Rail::name).orElse("");
  }

  private static Payout payout(long amount, String currency, LocalDate executionDate) {
    return payout(amount, currency, executionDate, "m_abc");
  }

  private static Payout payout(
      long amount, String currency, LocalDate executionDate, String merchant) {
    Head head = new Head(merchant, Mode.TEST, currency);
    return new Payout(
        PayoutId.of(head, D, 0),
        head,
        D,
        0,
        amount,
        D,
        CUT_OFF,
        executionDate,
        new Beneficiary("TR320010009999901234567890", "Shop"));
  }
}
