package io.openvpos.authorization.issuer.iso8583;

import io.openvpos.authorization.issuer.IssuerSlot;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// A trace number of one link, and a place among those in flight.
final class LinkSlot implements IssuerSlot {

  private final Link link;
  private final Semaphore places;
  private final String stan;
  private final AtomicBoolean unused = new AtomicBoolean(true);
  private final AtomicBoolean open = new AtomicBoolean(true);

  /// @param places one of them is already ours; it is given back on close
  LinkSlot(Link link, Semaphore places) {
    this.link = link;
    this.places = places;
    stan = link.traceNumbers().take();
  }

  Link link() {
    return link;
  }

  /// A second message with the same trace number could be taken for the first.
  void use() {
    if (!unused.compareAndSet(true, false)) {
      throw new IllegalStateException("the slot " + stan + " has had its request");
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
      link.traceNumbers().release(stan);
      places.release();
    }
  }
}
