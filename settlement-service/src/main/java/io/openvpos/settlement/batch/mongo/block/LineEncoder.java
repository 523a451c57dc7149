package io.openvpos.settlement.batch.mongo.block;

import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes the lines of a block one after another, each by how it differs from the one before.
final class LineEncoder {

  private final BlockWriter block;
  private long seq;
  private long captured;
  private long known;
  private String type = "";
  private String topic = "";
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

  LineEncoder(BlockWriter block) {
    this.block = block;
  }

  void write(Line line) {
    String prefix = line.head().id() + "|";
    int has = has(line, prefix);
    block.whole(has);
    block.signed(line.seq() - seq);
    seq = line.seq();
    type = text(line.type().code(), type);
    topic = text(line.source().topic(), topic);
    block.whole(line.source().partition());
    // The net is the sum of the first three.
    block.signed(line.figures().gross());
    block.signed(line.figures().commission());
    block.signed(line.figures().tax());
    block.signed(line.debits());
    payment = text(line.detail().paymentId(), payment);
    if ((has & LineBlock.OWN_ENTRY_ID) != 0) {
      entry = text(line.entryId(), entry);
    } else {
      block.text(line.entryId().substring(prefix.length()), payment);
    }
    if ((has & LineBlock.OWN_HASH) != 0) {
      hash = text(line.hash(), hash);
    } else {
      block.hex(line.hash());
    }
    detail(line.detail());
    rest(line);
  }

  private void detail(Detail detail) {
    refund = optional(detail.refundId(), refund);
    order = text(detail.orderId(), order);
    brand = text(detail.cardBrand(), brand);
    last4 = text(detail.last4(), last4);
    rrn = optional(detail.rrn(), rrn);
    code = optional(detail.authorizationCode(), code);
    cardClass = optional(detail.cardClass(), cardClass);
    currency = optional(detail.payoutTerms().settlementCurrency(), currency);
    block.whole(detail.payoutTerms().contractVersion());
    block.whole(detail.payoutTerms().minimum());
    block.whole(detail.installments());
    block.whole(detail.valueDays());
    block.whole(detail.parts());
    block.whole(detail.reserve().basisPoints());
    block.whole(detail.reserve().days());
    captured = moment(detail.capturedAt(), captured);
  }

  private void rest(Line line) {
    known = moment(line.knownAt(), known);
    if (line.carriedOverFrom() != null) {
      block.signed(line.carriedOverFrom().toEpochDay());
    }
    if (line.contractVersion() != null) {
      block.signed(line.contractVersion());
    }
  }

  private static int has(Line line, String prefix) {
    Detail detail = line.detail();
    return flag(LineBlock.CARRIED, line.carriedOverFrom() != null)
        | flag(LineBlock.PRICED, line.contractVersion() != null)
        | flag(LineBlock.REFUND, detail.refundId() != null)
        | flag(LineBlock.CAPTURED, detail.capturedAt() != null)
        | flag(LineBlock.RRN, detail.rrn() != null)
        | flag(LineBlock.CODE, detail.authorizationCode() != null)
        | flag(LineBlock.CARD_CLASS, detail.cardClass() != null)
        | flag(LineBlock.OTHER_CURRENCY, detail.payoutTerms().settlementCurrency() != null)
        | flag(LineBlock.KNOWN, line.knownAt() != null)
        | flag(LineBlock.OWN_ENTRY_ID, !line.entryId().startsWith(prefix))
        | flag(LineBlock.OWN_HASH, !isHash(line.hash()));
  }

  private static int flag(int bit, boolean set) {
    return set ? bit : 0;
  }

  private static boolean isHash(String text) {
    return text.length() == LineBlock.HASH_DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private String text(String value, String before) {
    block.text(value, before);
    return value;
  }

  private String optional(@Nullable String value, String before) {
    return value == null ? before : text(value, before);
  }

  private long moment(@Nullable Instant at, long before) {
    if (at == null) {
      return before;
    }
    block.signed(at.toEpochMilli() - before);
    return at.toEpochMilli();
  }
}
