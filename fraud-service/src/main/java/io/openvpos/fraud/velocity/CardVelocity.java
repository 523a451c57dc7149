package io.openvpos.fraud.velocity;

import io.openvpos.fraud.state.Rota;
import io.openvpos.fraud.state.StateCopy;
import io.openvpos.fraud.state.StateReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The attempts of every card in one partition over the last day of event time.
///
/// The state is a function of the requests in log order and of nothing else: its clock is the
/// newest event time seen (the watermark), and an attempt exists while it is younger than the
/// watermark less one day. So a replay of the last day ends in the state that an uninterrupted run
/// has, and a late request counts what still exists. Memory is bounded by that day, and per card by
/// a cap whose oldest attempts go first; a count never shows more than the cap.
///
/// Confined to one thread.
public final class CardVelocity {

  /// Cards looked at for eviction per request: a hand that goes round all of them, so that cards
  /// never seen again leave without a pause for a full sweep.
  private static final int CARDS_SWEPT_PER_REQUEST = 2;

  private final Rota<EventRing> rings = new Rota<>();
  private final int maxAttemptsPerCard;
  private long watermark = Long.MIN_VALUE;

  /// @param maxAttemptsPerCard more attempts than any velocity limit that shall be enforced exactly
  public CardVelocity(int maxAttemptsPerCard) {
    if (maxAttemptsPerCard < 1) {
      throw new IllegalArgumentException("a card's cap must be positive: " + maxAttemptsPerCard);
    }
    this.maxAttemptsPerCard = maxAttemptsPerCard;
  }

  /// Takes an attempt in and counts the windows that end at it. A payment that this card was
  /// already counted for is not counted again; it stays at the newest time it came with, so that
  /// what exists depends on the last day of the log alone.
  public VelocityCounts count(String cardFingerprint, String paymentId, Instant occurredAt) {
    long at = occurredAt.toEpochMilli();
    watermark = Math.max(watermark, at);
    sweep();
    EventRing ring = rings.open(cardFingerprint);
    if (ring == null) {
      ring = new EventRing();
      rings.add(cardFingerprint, ring);
    }
    ring.evictThrough(horizon());
    long key = PaymentKey.of(paymentId);
    if (ring.contains(key)) {
      ring.renew(at, key);
    } else {
      ring.add(at, key);
      if (ring.size() > maxAttemptsPerCard) {
        ring.evictOldest();
      }
    }
    return new VelocityCounts(
        within(ring, at, Window.MINUTE),
        within(ring, at, Window.HOUR),
        within(ring, at, Window.DAY));
  }

  /// The newest event time counted; [Instant#MIN] before the first.
  public Instant watermark() {
    return watermark == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(watermark);
  }

  /// Adds all that a later count can depend on.
  public void save(StateCopy copy) {
    copy.part().number(watermark);
    copy.add(rings, EventRing::save);
  }

  /// Takes the place of what was saved. Only for one that has counted nothing.
  public void restore(StateReader in) {
    watermark = in.number();
    int cards = in.count(2 * Integer.BYTES);
    for (int i = 0; i < cards; i++) {
      rings.add(in.text(), EventRing.restored(in));
    }
  }

  /// Cards in memory, those not yet swept included.
  public int cards() {
    return rings.size();
  }

  /// SHA-256 over all that a later count can depend on: two instances with the same digest answer
  /// alike.
  public String digest() {
    MessageDigest digest = sha256();
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    TreeMap<String, EventRing> sorted = new TreeMap<>();
    rings.forEach(sorted::put);
    for (Map.Entry<String, EventRing> card : sorted.entrySet()) {
      EventRing ring = card.getValue();
      if (ring.count(horizon(), Long.MAX_VALUE) > 0) {
        digest.update(card.getKey().getBytes(StandardCharsets.UTF_8));
        ring.forEachLaterThan(
            horizon(), value -> digest.update(number.clear().putLong(value).array()));
      }
    }
    digest.update(number.clear().putLong(watermark).array());
    return HexFormat.of().formatHex(digest.digest());
  }

  /// At least 1: a late attempt whose own time has left the day is still an attempt.
  private int within(EventRing ring, long at, Window window) {
    return Math.max(1, ring.count(Math.max(at - window.millis(), horizon()), at));
  }

  private long horizon() {
    return watermark == Long.MIN_VALUE ? Long.MIN_VALUE : watermark - Window.DAY.millis();
  }

  private void sweep() {
    for (int i = 0; i < CARDS_SWEPT_PER_REQUEST; i++) {
      rings.look(ring -> {
        ring.evictThrough(horizon());
        return ring.size() == 0;
      });
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
