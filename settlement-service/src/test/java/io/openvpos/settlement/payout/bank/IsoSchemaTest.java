package io.openvpos.settlement.payout.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.iso20022.IsoSchema;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsoSchemaTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final CreditTransferFile FORMAT = new CreditTransferFile();

  @Test
  void aFileOfTenThousandPayoutsIsValid() {
    byte[] xml = FORMAT.write(file(10_000, "TR320010009999901234567890"));
    IsoSchema.PAIN_001.validate(xml);
    assertThat(new String(xml, StandardCharsets.UTF_8)).contains("<NbOfTxs>10000</NbOfTxs>");
  }

  @Test
  void anAccountThatIsNoIbanIsRefusedByName() {
    byte[] xml = FORMAT.write(file(1, "12"));
    assertThatThrownBy(() -> IsoSchema.PAIN_001.validate(xml))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pain.001.001.09")
        .hasMessageContaining("'12'");
  }

  @Test
  void aDocumentTypeIsRefusedBeforeAnyEntityIsLookedUp() {
    String valid = valid();
    String start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String attack =
        valid
            .replace(start, "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")
            .replace("<MsgId>", "<MsgId>&x;");
    String harmless = valid.replace(start, "<!DOCTYPE Document []>");
    for (String xml : List.of(attack, harmless)) {
      assertThatThrownBy(() -> IsoSchema.PAIN_001.validate(bytes(xml)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("document type declaration");
    }
  }

  @Test
  void whatIsNoSuchMessageIsRefused() {
    String valid = valid();
    for (String xml :
        List.of("", "{}", "<html/>", valid.substring(0, 400), valid.replace(".09", ".08"))) {
      assertThatThrownBy(() -> IsoSchema.PAIN_001.validate(bytes(xml)))
          .as(xml)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static String valid() {
    byte[] xml = FORMAT.write(file(1, "TR320010009999901234567890"));
    IsoSchema.PAIN_001.validate(xml);
    return new String(xml, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static PayoutFile file(int payouts, String iban) {
    List<Payout> all = IntStream.range(0, payouts).mapToObj(n -> payout("m_" + n, iban)).toList();
    return PayoutFile.ofClose(new DayToFile(D, CUT_OFF, Terms.DEBTOR), Mode.TEST, "TRY", all);
  }

  private static Payout payout(String merchant, String iban) {
    Head head = new Head(merchant, Mode.TEST, "TRY");
    Beneficiary shop = new Beneficiary(iban, "Çiğdem Şekerleme");
    String id = PayoutId.of(head, D, 0);
    return new Payout(id, head, D, 0, 97_90, D, CUT_OFF, D.plusDays(1), shop);
  }
}
