package io.openvpos.authorization.issuer.iso8583;

import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.vault.RevealedCard;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A trace number of one link, a place among those in flight, and for a request the right to send
/// it.
final class LinkSlot implements IssuerSlot {

  private final Link link;
  private final Semaphore places;
  private final @Nullable RequestCircuit circuit;
  private final String stan;
  private volatile Optional<RevealedCard> card = Optional.empty();
  private final AtomicBoolean unused = new AtomicBoolean(true);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicBoolean counted = new AtomicBoolean();

  /// @param places one of them is already ours; it is given back on close
  /// @param circuit entered already; null for an advice, which is forwarded whatever happens
  LinkSlot(Link link, Semaphore places, @Nullable RequestCircuit circuit) {
    this.link = link;
    this.places = places;
    this.circuit = circuit;
    stan = link.traceNumbers().take();
  }

  Link link() {
    return link;
  }

  /// The card of the token that the place was reserved for; empty if there is none.
  Optional<RevealedCard> card() {
    return card;
  }

  void carry(Optional<RevealedCard> opened) {
    card = opened;
  }

  /// A second message with the same trace number could be taken for the first.
  void use() {
    if (!unused.compareAndSet(true, false)) {
      throw new IllegalStateException("the slot " + stan + " has had its request");
    }
  }

  /// What became of the request, for the circuit.
  void ended(Exchange.Result result) {
    if (circuit == null || result instanceof Exchange.Unsent) {
      return;
    }
    if (counted.compareAndSet(false, true)) {
      if (result instanceof Exchange.Answered) {
        circuit.answered();
      } else {
        circuit.unanswered();
      }
    }
  }

  @Override
  public String connection() {
    return link.name();
  }

  @Override
  public String stan() {
    return stan;
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      card = Optional.empty();
      link.traceNumbers().release(stan);
      places.release();
      if (circuit != null && counted.compareAndSet(false, true)) {
        circuit.notSent();
      }
    }
  }
}
