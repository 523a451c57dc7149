package io.openvpos.fraud.history;

import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.history.EntityHistory.Known;
import io.openvpos.fraud.state.Rota;
import io.openvpos.fraud.state.StateCopy;
import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The histories of one partition. A function of the attempts, labels and refunds in log order and
/// of nothing else: its clock is the newest event time seen (the watermark), and an attempt exists
/// while it is younger than the watermark less what its kind is kept for. So a replay of the last
/// [#MEMORY] ends in the state that an uninterrupted run has.
///
/// Confined to one thread.
public final class PaymentHistory {

  /// What a replay must cover.
  public static final Duration MEMORY = Duration.ofDays(45);

  private static final EntityKind[] KINDS = EntityKind.values();

  private final Map<EntityKind, Rota<EntityHistory>> entities = new EnumMap<>(EntityKind.class);
  private final DistinctCount distinct = new DistinctCount();
  private final VectorBuilder vectors = new VectorBuilder();
  private final LabelTimeline labels;
  private LabelTimeline.Place labelsTaken = LabelTimeline.Place.BEFORE_ALL;
  private long watermark = Long.MIN_VALUE;
  private int sweptKind;
  private @Nullable Attempt recorded;
  private VectorBuilder.@Nullable Sources ofRecorded;

  /// One that is told of labels and refunds by [#label] and [#refund] alone.
  public PaymentHistory() {
    this(new LabelTimeline());
  }

  /// One that takes labels and refunds in as event time goes on.
  public PaymentHistory(LabelTimeline labels) {
    this.labels = labels;
    for (EntityKind kind : KINDS) {
      entities.put(kind, new Rota<>());
    }
  }

  /// Takes an attempt in. The same payment again changes nothing.
  public void record(Attempt attempt) {
    watermark = Math.max(watermark, attempt.atMillis());
    labelsTaken = labels.takeIn(this, labelsTaken, watermark);
    sweep();
    VectorBuilder.Sources sources =
        new VectorBuilder.Sources(
            living(EntityKind.CARD, attempt.card(), attempt),
            living(EntityKind.TERMINAL, attempt.terminal(), attempt),
            living(EntityKind.BIN, attempt.bin(), attempt),
            living(EntityKind.IP, attempt.ip(), attempt),
            living(EntityKind.EMAIL, attempt.email(), attempt),
            living(EntityKind.DEVICE, attempt.device(), attempt));
    long card = key(sources.card(), attempt.card());
    Known before = sources.card() == null ? null : sources.card().known(attempt.paymentKey());
    long terminal = key(sources.terminal(), attempt.terminal());
    add(EntityKind.CARD, sources.card(), attempt, terminal, before);
    add(EntityKind.TERMINAL, sources.terminal(), attempt, card, before);
    add(EntityKind.BIN, sources.bin(), attempt, card, before);
    add(EntityKind.IP, sources.ip(), attempt, card, before);
    add(EntityKind.EMAIL, sources.email(), attempt, card, before);
    add(EntityKind.DEVICE, sources.device(), attempt, card, before);
    recorded = attempt;
    ofRecorded = sources;
  }

  /// Takes in what became known of an earlier attempt. One that is not remembered is left out.
  public void label(FraudLabel label) {
    EntityHistory card = open(EntityKind.CARD, label.card());
    Known before = card == null ? null : card.known(label.paymentKey());
    if (card != null) {
      card.label(label.paymentKey(), label.fraud(), null);
    }
    EntityHistory terminal = open(EntityKind.TERMINAL, label.terminal());
    if (terminal != null) {
      terminal.label(label.paymentKey(), label.fraud(), before);
    }
  }

  /// Takes in that an earlier attempt was refunded. One that is not remembered is left out.
  public void refund(Refund refund) {
    refund(open(EntityKind.CARD, refund.card()), refund);
    refund(open(EntityKind.EMAIL, refund.email()), refund);
  }

  private static void refund(@Nullable EntityHistory history, Refund refund) {
    if (history != null) {
      history.refund(refund.paymentKey());
    }
  }

  /// The vector of an attempt that was recorded, from what had happened up to its own time.
  public double[] features(Attempt attempt) {
    VectorBuilder.Sources sources = ofRecorded;
    if (sources == null || !attempt.equals(recorded)) {
      sources = found(attempt);
    }
    return vectors.build(attempt, sources);
  }

  private VectorBuilder.Sources found(Attempt attempt) {
    return new VectorBuilder.Sources(
        find(EntityKind.CARD, attempt.card()),
        find(EntityKind.TERMINAL, attempt.terminal()),
        find(EntityKind.BIN, attempt.bin()),
        find(EntityKind.IP, attempt.ip()),
        find(EntityKind.EMAIL, attempt.email()),
        find(EntityKind.DEVICE, attempt.device()));
  }

  /// The newest event time recorded; [Instant#MIN] before the first.
  public Instant watermark() {
    return watermark == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(watermark);
  }

  /// Attempts of cards that are remembered.
  public long attempts() {
    AtomicLong attempts = new AtomicLong();
    of(EntityKind.CARD)
        .forEach((name, card) ->
            attempts.addAndGet(card.window(horizon(EntityKind.CARD), Long.MAX_VALUE).count()));
    return attempts.get();
  }

  /// SHA-256 over all that a later vector can depend on.
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
      for (EntityKind kind : KINDS) {
        TreeSet<String> names = new TreeSet<>();
        of(kind).forEach((name, history) -> names.add(name));
        for (String name : names) {
          EntityHistory history = Objects.requireNonNull(open(kind, name));
          history.evictThrough(horizon(kind));
          if (!history.isEmpty()) {
            digest.update((kind + " " + name).getBytes(StandardCharsets.UTF_8));
            history.forEach(value -> digest.update(number.clear().putLong(value).array()));
          }
        }
      }
      digest.update(number.clear().putLong(watermark).array());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// Adds all that a later vector can depend on.
  public void save(StateCopy copy) {
    StateWriter places = copy.part();
    places.number(watermark);
    places.number(labelsTaken.effectiveAt());
    places.count(labelsTaken.partition());
    places.number(labelsTaken.offset());
    for (EntityKind kind : KINDS) {
      copy.add(of(kind), EntityHistory::save);
    }
  }

  /// Takes the place of what was saved. Only for one that has recorded nothing.
  public void restore(StateReader in) {
    watermark = in.number();
    labelsTaken = new LabelTimeline.Place(in.number(), in.count(0), in.number());
    for (EntityKind kind : KINDS) {
      int names = in.count(2 * Integer.BYTES + 1);
      for (int i = 0; i < names; i++) {
        String name = in.text();
        of(kind).add(name, EntityHistory.restored(name, in, distinct));
      }
    }
  }

  /// What the bytes of [#save] mean: bytes of another layout are never read.
  public static String layout() {
    StringBuilder layout = new StringBuilder("3;" + EventRing.CAPACITY);
    for (EntityKind kind : KINDS) {
      layout.append(';').append(kind).append('=').append(kind.keptMillis());
    }
    return layout + ";" + HomeCurrency.described() + ";" + FeatureSchema.hash();
  }

  /// The history that an attempt belongs to; made, where the attempt is not too old for any.
  private @Nullable EntityHistory living(EntityKind kind, @Nullable String name, Attempt attempt) {
    if (name == null) {
      return null;
    }
    EntityHistory history = of(kind).open(name);
    if (history == null && attempt.atMillis() > horizon(kind)) {
      history = new EntityHistory(name, distinct);
      of(kind).add(name, history);
    }
    return history;
  }

  private void add(
      EntityKind kind,
      @Nullable EntityHistory history,
      Attempt attempt,
      long counterpart,
      @Nullable Known before) {
    if (history != null && attempt.atMillis() > horizon(kind)) {
      history.evictThrough(horizon(kind));
      history.add(
          attempt.atMillis(),
          attempt.paymentKey(),
          counterpart,
          attempt.amountMinorUnits(),
          before);
    }
  }

  private static long key(@Nullable EntityHistory history, String name) {
    return history == null ? Keys.of(name) : history.key();
  }

  private @Nullable EntityHistory open(EntityKind kind, @Nullable String name) {
    return name == null ? null : of(kind).open(name);
  }

  private @Nullable EntityHistory find(EntityKind kind, @Nullable String name) {
    return name == null ? null : of(kind).find(name);
  }

  private Rota<EntityHistory> of(EntityKind kind) {
    Rota<EntityHistory> histories = entities.get(kind);
    if (histories == null) {
      throw new IllegalStateException("no histories of " + kind);
    }
    return histories;
  }

  private long horizon(EntityKind kind) {
    return watermark == Long.MIN_VALUE ? Long.MIN_VALUE : watermark - kind.keptMillis();
  }

  /// A hand that goes round, two of one kind at each attempt, so that what is never seen again
  /// leaves without a pause for a full sweep.
  private void sweep() {
    EntityKind kind = KINDS[sweptKind++ % KINDS.length];
    Rota<EntityHistory> histories = of(kind);
    for (int i = 0; i < 2; i++) {
      histories.look(history -> {
        history.evictThrough(horizon(kind));
        return history.isEmpty();
      });
    }
  }
}
