package io.openvpos.settlement.bankstatement.message;

import static io.openvpos.settlement.fakes.BankTexts.entry;
import static io.openvpos.settlement.fakes.BankTexts.notification;
import static io.openvpos.settlement.fakes.BankTexts.paid;
import static io.openvpos.settlement.fakes.BankTexts.refs;
import static io.openvpos.settlement.fakes.BankTexts.returned;
import static io.openvpos.settlement.fakes.BankTexts.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.fakes.BankTexts;
import io.openvpos.settlement.iso20022.IsoSchema;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What another implementation writes is what we read.
class StatementReaderTest {

  @Test
  void aStatementOfAnotherImplementationIsValidAndReadTheSame() {
    String written =
        MxCamt05300108.parse(
                new String(
                    statement(
                        "ST-1",
                        "10.00",
                        "7.55",
                        paid("e1", "12.45", "D1"),
                        returned("e1", "10.00", "R1", "AC04")),
                    StandardCharsets.UTF_8))
            .message();
    byte[] xml = written.getBytes(StandardCharsets.UTF_8);
    IsoSchema.CAMT_053.validate(xml);
    Statement read = StatementReader.read(xml).getFirst();
    assertThat(read.id()).isEqualTo("ST-1");
    assertThat(read.account()).isEqualTo(BankTexts.ACCOUNT);
    assertThat(read.closes()).isTrue();
    assertThat(read.bookings())
        .extracting(Booking::signed, Booking::endToEndId, Booking::returnReason)
        .containsExactly(tuple(-12_45L, "e1", ""), tuple(10_00L, "e1", "AC04"));
    assertThat(read.bookings().getFirst().bookedOn()).isEqualTo("2026-11-24");
  }

  @Test
  void aNotificationOfAnotherImplementationHasNoBalances() {
    String written =
        MxCamt05400108.parse(
                new String(
                    notification("N-1", returned("e1", "10.00", "R1", "AC04")),
                    StandardCharsets.UTF_8))
            .message();
    byte[] xml = written.getBytes(StandardCharsets.UTF_8);
    IsoSchema.CAMT_054.validate(xml);
    assertThat(StatementReader.read(xml).getFirst().balances()).isNull();
  }

  @Test
  void anEntryOfSeveralPaymentsIsSeveralBookings() {
    String two =
        entry(
            "DBIT",
            "30.00",
            "D1",
            detail("e1", "10.00") + "</TxDtls><TxDtls>" + detail("e2", "20.00"));
    Statement read = StatementReader.read(notification("N-1", two)).getFirst();
    assertThat(read.bookings())
        .extracting(Booking::endToEndId, Booking::amount, Booking::reference)
        .containsExactly(tuple("e1", 10_00L, "D1/1"), tuple("e2", 20_00L, "D1/2"));

    byte[] wrong = notification("N-1", two.replace(">20.00<", ">21.00<"));
    assertThatThrownBy(() -> StatementReader.read(wrong))
        .isInstanceOfSatisfying(
            RefusedMessageException.class,
            refused -> assertThat(refused.code()).isEqualTo("entry_does_not_add_up"));
  }

  @Test
  void onlyWhatIsBookedCounts() {
    String pending = paid("e1", "10.00", "D1").replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>");
    assertThat(StatementReader.read(notification("N-1", pending)).getFirst().bookings()).isEmpty();
  }

  @Test
  void onePageOfSeveralIsRefused() {
    String paged =
        new String(notification("N-1"), StandardCharsets.UTF_8)
            .replace(
                "<Id>N-1</Id>",
                "<Id>N-1</Id><NtfctnPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></NtfctnPgntn>");
    byte[] xml = paged.getBytes(StandardCharsets.UTF_8);
    IsoSchema.CAMT_054.validate(xml);
    assertThatThrownBy(() -> StatementReader.read(xml)).isInstanceOf(RefusedMessageException.class);
  }

  private static String detail(String endToEndId, String amount) {
    return refs(endToEndId) + "<Amt Ccy=\"TRY\">" + amount + "</Amt>";
  }
}
