package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import java.util.List;
import java.util.Set;

/// The money side of an event, one record for each row of the posting table. Amounts are in minor
/// units and positive where nothing else is said.
public sealed interface Movement {

  EntryType type();

  record Capture(long amount, int contractVersion) implements Movement {
    public Capture {
      positive(amount);
    }

    @Override
    public EntryType type() {
      return EntryType.CAPTURE;
    }
  }

  /// After capture: takes each capture back, whole.
  record Cancellation(List<Portion> portions) implements Movement {
    public Cancellation {
      portions = List.copyOf(portions);
      Invariant.check(!portions.isEmpty(), "a void that posts has captures");
      Invariant.check(portions.stream().allMatch(Portion::whole), "a void takes captures whole");
    }

    @Override
    public EntryType type() {
      return EntryType.VOID;
    }
  }

  record Refund(long amount, List<Portion> portions) implements Movement {
    public Refund {
      portions = List.copyOf(portions);
      positive(amount);
      Invariant.check(
          portions.stream().mapToLong(Portion::amount).sum() == amount,
          "a refund is the sum of its portions");
    }

    @Override
    public EntryType type() {
      return EntryType.REFUND;
    }
  }

  record Chargeback(long amount, int contractVersion) implements Movement {
    public Chargeback {
      positive(amount);
    }

    @Override
    public EntryType type() {
      return EntryType.CHARGEBACK;
    }
  }

  record ChargebackReversal(long amount, int contractVersion) implements Movement {
    public ChargebackReversal {
      positive(amount);
    }

    @Override
    public EntryType type() {
      return EntryType.CHARGEBACK_REVERSAL;
    }
  }

  /// Signed from the merchant's view: a credit to the merchant is positive.
  record Adjustment(long amount) implements Movement {
    public Adjustment {
      Invariant.check(amount != 0, "an adjustment moves money");
    }

    @Override
    public EntryType type() {
      return EntryType.ADJUSTMENT;
    }
  }

  /// A fee outside a sale, such as a monthly one, signed from the merchant's view: one charged is
  /// negative, one given back positive. Taxed by the contract version.
  record Fee(long amount, int contractVersion) implements Movement {
    public Fee {
      Invariant.check(amount != 0, "a fee moves money");
    }

    @Override
    public EntryType type() {
      return EntryType.ADJUSTMENT;
    }
  }

  /// Signed: a batch may leave the merchant owing.
  record BatchClose(long net) implements Movement {
    @Override
    public EntryType type() {
      return EntryType.BATCH_CLOSE;
    }
  }

  /// The rows with two legs and one positive amount, told apart by their type.
  record Transfer(EntryType type, long amount) implements Movement {
    private static final Set<EntryType> TYPES =
        Set.of(
            EntryType.RESERVE_HELD,
            EntryType.RESERVE_RELEASED,
            EntryType.PAYOUT_INSTRUCTED,
            EntryType.PAYOUT_CONFIRMED,
            EntryType.PAYOUT_REJECTED,
            EntryType.PAYOUT_RETURNED,
            EntryType.SCHEME_PAYMENT,
            EntryType.CONVERSION_OUT,
            EntryType.CONVERSION_IN);

    public Transfer {
      Invariant.check(TYPES.contains(type), "not a transfer: " + type);
      positive(amount);
    }
  }

  private static void positive(long amount) {
    Invariant.check(amount > 0, "an amount is positive");
  }
}
