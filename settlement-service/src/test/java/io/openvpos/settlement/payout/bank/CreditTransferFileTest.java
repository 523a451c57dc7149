package io.openvpos.settlement.payout.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// The file against golden bytes, against a schema, and against another implementation's reader.
/// The schema is our own rendering of the message's structure, types and facets, as far as we write
/// it.
class CreditTransferFileTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final CreditTransferFile FORMAT = new CreditTransferFile();

  @Test
  void theFileIsTheseVeryBytes() {
    PayoutFile file = close(List.of(payout("m_abc", 97_90, "Çiğdem & Şükrü Ltd. Şti.")));
    String expected =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">"
            + "<CstmrCdtTrfInitn><GrpHdr><MsgId>VPOS-2026-11-23-test-TRY</MsgId>"
            + "<CreDtTm>2026-11-24T00:00:00.000+03:00</CreDtTm>"
            + "<NbOfTxs>1</NbOfTxs><CtrlSum>97.90</CtrlSum>"
            + "<InitgPty><Nm>Acik VPOS Odeme A.S.</Nm></InitgPty></GrpHdr>"
            + "<PmtInf><PmtInfId>VPOS-2026-11-23-test-TRY</PmtInfId><PmtMtd>TRF</PmtMtd>"
            + "<NbOfTxs>1</NbOfTxs><CtrlSum>97.90</CtrlSum>"
            + "<PmtTpInf><SvcLvl><Cd>URGP</Cd></SvcLvl>"
            + "<LclInstrm><Prtry>FAST</Prtry></LclInstrm></PmtTpInf>"
            + "<ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>"
            + "<Dbtr><Nm>Acik VPOS Odeme A.S.</Nm></Dbtr>"
            + "<DbtrAcct><Id><IBAN>TR330006100519786457841326</IBAN></Id><Ccy>TRY</Ccy></DbtrAcct>"
            + "<DbtrAgt><FinInstnId><BICFI>OVPSTRISXXX</BICFI></FinInstnId></DbtrAgt>"
            + "<ChrgBr>SLEV</ChrgBr>"
            + "<CdtTrfTxInf><PmtId><EndToEndId>"
            + PayoutId.of(new Head("m_abc", Mode.TEST, "TRY"), D, 0)
            + "</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"TRY\">97.90</InstdAmt></Amt>"
            + "<Cdtr><Nm>Cigdem . Sukru Ltd. Sti.</Nm></Cdtr>"
            + "<CdtrAcct><Id><IBAN>TR320010009999901234567890</IBAN></Id></CdtrAcct>"
            + "<RmtInf><Ustrd>Payout of 2026-11-23</Ustrd></RmtInf>"
            + "</CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>";
    assertThat(new String(FORMAT.write(file), StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  @Test
  void payoutsInAnyOrderGiveTheSameBytes() {
    List<Payout> payouts = many(40);
    byte[] expected = FORMAT.write(close(payouts));
    for (long seed = 1; seed <= 5; seed++) {
      List<Payout> shuffled = new ArrayList<>(payouts);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(FORMAT.write(close(shuffled))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void theFileIsValidAgainstTheSchema() throws Exception {
    schema().newValidator().validate(source(FORMAT.write(close(many(40)))));
    Payout reissue = many(1).getFirst();
    schema()
        .newValidator()
        .validate(source(FORMAT.write(PayoutFile.ofReissue(reissue, Terms.DEBTOR))));
  }

  @Test
  void theSchemaRefusesWhatTheMessageForbids() throws Exception {
    String valid = new String(FORMAT.write(close(many(1))), StandardCharsets.UTF_8);
    for (String broken :
        List.of(
            valid.replace("<MsgId>", "<MsgId>0123456789012345678901234567890123456789"),
            valid.replace("TRF", "CASH"),
            valid.replace("<NbOfTxs>1</NbOfTxs>", ""),
            valid.replace("Ccy=\"TRY\"", "Ccy=\"try\""),
            valid.replace("<IBAN>TR", "<IBAN>11"))) {
      assertThat(broken).isNotEqualTo(valid);
      assertThatThrownBy(() ->
              schema().newValidator().validate(source(broken.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(SAXException.class);
    }
  }

  @Test
  void anotherImplementationReadsTheSame() {
    PayoutFile file = close(many(3));
    MxPain00100109 read =
        MxPain00100109.parse(new String(FORMAT.write(file), StandardCharsets.UTF_8));
    var header = read.getCstmrCdtTrfInitn().getGrpHdr();
    assertThat(header.getMsgId()).isEqualTo(file.messageId());
    assertThat(header.getNbOfTxs()).isEqualTo("3");
    assertThat(header.getCtrlSum()).isEqualTo(BigDecimal.valueOf(file.controlSum(), 2));
    assertThat(header.getCreDtTm().toInstant()).isEqualTo(CUT_OFF);
    List<PaymentInstruction30> blocks = read.getCstmrCdtTrfInitn().getPmtInf();
    assertThat(blocks).hasSize(1);
    List<CreditTransferTransaction34> transfers = blocks.getFirst().getCdtTrfTxInf();
    for (int i = 0; i < transfers.size(); i++) {
      Payout payout = file.payouts().get(i);
      assertThat(transfers.get(i).getPmtId().getEndToEndId()).isEqualTo(payout.id());
      assertThat(transfers.get(i).getAmt().getInstdAmt().getValue())
          .isEqualTo(BigDecimal.valueOf(payout.amount(), 2));
      assertThat(transfers.get(i).getCdtrAcct().getId().getIBAN())
          .isEqualTo(payout.beneficiary().iban());
    }
  }

  @Test
  void textIsWrittenAsBanksExchangeIt() {
    assertThat(LatinText.of("ÇĞİÖŞÜ çğıöşü", 140)).isEqualTo("CGIOSU cgiosu");
    assertThat(LatinText.of("a<b>&\"c\" 😀 é", 140)).isEqualTo("a.b...c. . e");
    assertThat(LatinText.of("x".repeat(200), 140)).hasSize(140);
    assertThat(LatinText.of("  ", 140)).isEqualTo(".");
  }

  private static PayoutFile close(List<Payout> payouts) {
    return PayoutFile.ofClose(new DayToFile(D, CUT_OFF, Terms.DEBTOR), Mode.TEST, "TRY", payouts);
  }

  private static List<Payout> many(int count) {
    List<Payout> payouts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      payouts.add(payout("m_" + i, 1_000L * i + i, "Shop " + i));
    }
    return payouts;
  }

  private static Payout payout(String merchant, long amount, String name) {
    Head head = new Head(merchant, Mode.TEST, "TRY");
    return new Payout(
        PayoutId.of(head, D, 0),
        head,
        D,
        0,
        amount,
        D,
        CUT_OFF,
        D.plusDays(1),
        new Beneficiary("TR320010009999901234567890", name));
  }

  private static Schema schema() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(
            CreditTransferFileTest.class.getResource("/iso20022/pain.001.001.09-subset.xsd"));
  }

  private static StreamSource source(byte[] xml) {
    return new StreamSource(new ByteArrayInputStream(xml));
  }
}
