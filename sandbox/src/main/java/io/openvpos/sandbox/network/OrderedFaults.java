package io.openvpos.sandbox.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Faults of the line that somebody ordered while the network runs. Each order is for one message
/// and is carried out on the first that it suits; until then it waits.
public final class OrderedFaults implements NetworkFaults {

  /// What the line can be told to do to the next message.
  public enum Fault {
    REQUEST_LOST,
    ANSWER_LOST(Delivery.SILENT),
    ANSWER_LATE(Delivery.LATE),
    ANSWER_TWICE(Delivery.DUPLICATE),
    ANSWER_OF_ANOTHER(Delivery.OTHER_STAN),
    GARBAGE(Delivery.GARBAGE),
    LINE_DROPPED(Delivery.DROPPED),
    ACKNOWLEDGEMENT_LOST(Delivery.SILENT);

    private final Delivery delivery;

    Fault() {
      this(Delivery.NORMAL);
    }

    Fault(Delivery delivery) {
      this.delivery = delivery;
    }
  }

  private final List<Fault> waiting = new ArrayList<>();
  private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

  /// Asks for a fault of the next message that it suits.
  public synchronized void order(Fault fault) {
    waiting.add(fault);
  }

  /// How many of each were carried out since the network started.
  public synchronized Map<Fault, Integer> done() {
    return new EnumMap<>(done);
  }

  @Override
  public synchronized boolean arrives(String mti, String rrn) {
    return !(isRequest(mti) && take(Fault.REQUEST_LOST));
  }

  @Override
  public synchronized Delivery delivery(NetworkRecord decided) {
    Iterator<Fault> orders = waiting.iterator();
    while (orders.hasNext()) {
      Fault fault = orders.next();
      if (suits(fault, decided)) {
        orders.remove();
        count(fault);
        return fault.delivery;
      }
    }
    return Delivery.NORMAL;
  }

  private boolean take(Fault fault) {
    boolean ordered = waiting.remove(fault);
    if (ordered) {
      count(fault);
    }
    return ordered;
  }

  private void count(Fault fault) {
    done.merge(fault, 1, Integer::sum);
  }

  /// A request that gets no answer in any case has none that could be spoilt.
  private static boolean suits(Fault fault, NetworkRecord decided) {
    return switch (fault) {
      case REQUEST_LOST -> false;
      case ACKNOWLEDGEMENT_LOST -> decided.original() != null;
      default -> isRequest(decided.mti()) && decided.answer().equals("AT_ONCE");
    };
  }

  private static boolean isRequest(String mti) {
    return mti.equals("0100") || mti.equals("0200");
  }
}
