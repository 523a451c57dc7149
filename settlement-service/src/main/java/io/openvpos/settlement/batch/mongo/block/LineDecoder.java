package io.openvpos.settlement.batch.mongo.block;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a block one after another, as [LineEncoder] wrote them.
final class LineDecoder {

  private final BlockReader block;
  private final Head head;
  private final LocalDate day;
  private final String prefix;
  private long seq;
  private long captured;
  private long known;
  private LineType lineType = LineType.CAPTURE;
  private Source source = new Source("", 0);
  private ReserveTerms reserve = ReserveTerms.NONE;
  private PayoutTerms terms = PayoutTerms.NONE;
  private String type = "";
  private String payment = "";
  private String entry = "";
  private String hash = "";
  private String refund = "";
  private String order = "";
  private String brand = "";
  private String last4 = "";
  private String rrn = "";
  private String code = "";
  private String cardClass = "";
  private String currency = "";

  LineDecoder(BlockReader block, Head head, LocalDate day) {
    this.block = block;
    this.head = head;
    this.day = day;
    prefix = head.id() + "|";
  }

  Line read() {
    int has = block.small();
    seq += block.signed();
    readType();
    readSource();
    long gross = block.signed();
    long commission = block.signed();
    long tax = block.signed();
    long net = Math.addExact(Math.addExact(gross, commission), tax);
    long debits = block.signed();
    payment = block.text(payment);
    String entryId = entryId(has);
    String ledgerHash = hash(has);
    Detail detail = detail(has);
    Instant knownAt = null;
    if (is(has, LineBlock.KNOWN)) {
      known += block.signed();
      knownAt = Instant.ofEpochMilli(known);
    }
    return new Line(
        head,
        seq,
        entryId,
        lineType,
        source,
        day,
        is(has, LineBlock.CARRIED) ? LocalDate.ofEpochDay(block.signed()) : null,
        is(has, LineBlock.PRICED) ? Integer.valueOf(Math.toIntExact(block.signed())) : null,
        new Figures(gross, commission, tax, net),
        debits,
        detail,
        ledgerHash,
        knownAt);
  }

  private void readType() {
    String read = block.text(type);
    if (!read.equals(type)) {
      type = read;
      lineType = LineType.of(read).orElseThrow();
    }
  }

  private void readSource() {
    String topic = block.text(source.topic());
    int partition = block.small();
    if (partition != source.partition() || !topic.equals(source.topic())) {
      source = new Source(topic, partition);
    }
  }

  private String entryId(int has) {
    if (is(has, LineBlock.OWN_ENTRY_ID)) {
      entry = block.text(entry);
      return entry;
    }
    return prefix.concat(block.text(payment));
  }

  private String hash(int has) {
    if (is(has, LineBlock.OWN_HASH)) {
      hash = block.text(hash);
      return hash;
    }
    return block.hex(LineBlock.HASH_DIGITS);
  }

  private Detail detail(int has) {
    refund = is(has, LineBlock.REFUND) ? block.text(refund) : refund;
    order = block.text(order);
    brand = block.text(brand);
    last4 = block.text(last4);
    rrn = is(has, LineBlock.RRN) ? block.text(rrn) : rrn;
    code = is(has, LineBlock.CODE) ? block.text(code) : code;
    cardClass = is(has, LineBlock.CARD_CLASS) ? block.text(cardClass) : cardClass;
    readTerms(has);
    int installments = block.small();
    int valueDays = block.small();
    int parts = block.small();
    readReserve();
    Instant capturedAt = null;
    if (is(has, LineBlock.CAPTURED)) {
      captured += block.signed();
      capturedAt = Instant.ofEpochMilli(captured);
    }
    return new Detail(
        payment,
        only(has, LineBlock.REFUND, refund),
        order,
        capturedAt,
        brand,
        last4,
        installments,
        only(has, LineBlock.RRN, rrn),
        only(has, LineBlock.CODE, code),
        valueDays,
        parts,
        reserve,
        only(has, LineBlock.CARD_CLASS, cardClass),
        terms);
  }

  private void readTerms(int has) {
    boolean other = is(has, LineBlock.OTHER_CURRENCY);
    currency = other ? block.text(currency) : currency;
    PayoutTerms read = new PayoutTerms(block.small(), other ? currency : null, block.whole());
    if (!read.equals(terms)) {
      terms = read;
    }
  }

  private void readReserve() {
    int basisPoints = block.small();
    int days = block.small();
    if (basisPoints != reserve.basisPoints() || days != reserve.days()) {
      reserve = new ReserveTerms(basisPoints, days);
    }
  }

  private static boolean is(int has, int bit) {
    return (has & bit) != 0;
  }

  private static @Nullable String only(int has, int bit, String text) {
    return is(has, bit) ? text : null;
  }
}
