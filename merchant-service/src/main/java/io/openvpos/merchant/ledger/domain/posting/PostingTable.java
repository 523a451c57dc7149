package io.openvpos.merchant.ledger.domain.posting;

import static io.openvpos.merchant.ledger.domain.journal.Account.BANK_ACCOUNT;
import static io.openvpos.merchant.ledger.domain.journal.Account.COMMISSION_INCOME;
import static io.openvpos.merchant.ledger.domain.journal.Account.FX_POSITION;
import static io.openvpos.merchant.ledger.domain.journal.Account.MERCHANT_AVAILABLE;
import static io.openvpos.merchant.ledger.domain.journal.Account.MERCHANT_PENDING;
import static io.openvpos.merchant.ledger.domain.journal.Account.MERCHANT_RESERVE;
import static io.openvpos.merchant.ledger.domain.journal.Account.PAYOUT_IN_TRANSIT;
import static io.openvpos.merchant.ledger.domain.journal.Account.SCHEME_RECEIVABLE;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.merchant.pricing.domain.Pricing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The posting table of docs/ledger.md. Postings depend on the fact and on the contract versions
/// that it names, never on a balance or on another fact; so they commute.
final class PostingTable {

  private final Fact fact;
  private final ContractBook contracts;

  PostingTable(Fact fact, ContractBook contracts) {
    this.fact = fact;
    this.contracts = contracts;
  }

  List<Posting> postings() {
    return switch (fact.movement()) {
      case Movement.Capture capture -> capture(capture);
      case Movement.Cancellation cancelled -> cancellation(cancelled);
      case Movement.Refund refund -> refund(refund);
      case Movement.Chargeback received -> chargeback(received);
      case Movement.ChargebackReversal reversed -> chargebackReversal(reversed);
      case Movement.Adjustment(long amount) ->
          Legs.transfer(COMMISSION_INCOME, MERCHANT_PENDING, amount);
      case Movement.Fee fee -> fee(fee);
      case Movement.BatchClose(long net) ->
          Legs.transfer(MERCHANT_PENDING, MERCHANT_AVAILABLE, net);
      case Movement.Transfer transfer -> transfer(transfer);
    };
  }

  /// The version that the movement names; of several, that of the oldest capture.
  @Nullable Integer contractVersion() {
    return switch (fact.movement()) {
      case Movement.Capture capture -> capture.contractVersion();
      case Movement.Cancellation cancelled -> cancelled.portions().getFirst().contractVersion();
      case Movement.Refund refund -> refund.portions().getFirst().contractVersion();
      case Movement.Chargeback received -> received.contractVersion();
      case Movement.ChargebackReversal reversed -> reversed.contractVersion();
      case Movement.Fee fee -> fee.contractVersion();
      case Movement.Adjustment _, Movement.BatchClose _, Movement.Transfer _ -> null;
    };
  }

  ContractTerms terms(int version) {
    return contracts
        .find(version)
        .orElseThrow(() ->
            new IllegalStateException("no contract version " + version + " for " + fact.eventId()))
        .terms();
  }

  private List<Posting> capture(Movement.Capture capture) {
    Charge charge = charge(capture.amount(), capture.contractVersion());
    return Legs.sale(capture.amount(), charge.commission(), charge.bsmv());
  }

  /// Each leg of the captures negated, whatever the contract says of refunds: nothing was cleared.
  private List<Posting> cancellation(Movement.Cancellation cancelled) {
    long amount = 0;
    Charge charged = Charge.NONE;
    for (Portion portion : cancelled.portions()) {
      amount = Math.addExact(amount, portion.amount());
      charged = charged.plus(charge(portion.captured(), portion.contractVersion()));
    }
    return Legs.negated(Legs.sale(amount, charged.commission(), charged.bsmv()));
  }

  private List<Posting> refund(Movement.Refund refund) {
    Charge returned = Charge.NONE;
    for (Portion portion : refund.portions()) {
      returned = returned.plus(returned(portion));
    }
    ContractTerms terms = terms(refund.portions().getFirst().contractVersion());
    Charge fee = Pricing.fee(terms, terms.fees().refund());
    return Legs.negated(
        Legs.sale(
            refund.amount(),
            returned.commission() - fee.commission(),
            returned.bsmv() - fee.bsmv()));
  }

  private Charge returned(Portion portion) {
    if (!terms(portion.contractVersion()).commissionReturned()) {
      return Charge.NONE;
    }
    return Pricing.returned(
        charge(portion.captured(), portion.contractVersion()),
        portion.captured(),
        portion.refundedBefore(),
        portion.refundedAfter());
  }

  private List<Posting> chargeback(Movement.Chargeback received) {
    ContractTerms terms = terms(received.contractVersion());
    Charge fee = Pricing.fee(terms, terms.fees().chargeback());
    return Legs.negated(Legs.sale(received.amount(), -fee.commission(), -fee.bsmv()));
  }

  private List<Posting> chargebackReversal(Movement.ChargebackReversal reversed) {
    ContractTerms terms = terms(reversed.contractVersion());
    Charge fee =
        terms.fees().chargebackReturned()
            ? Pricing.fee(terms, terms.fees().chargeback())
            : Charge.NONE;
    return Legs.sale(reversed.amount(), -fee.commission(), -fee.bsmv());
  }

  /// The charge of the magnitude, so that a fee given back returns just what it had cost.
  private List<Posting> fee(Movement.Fee fee) {
    Charge charge = Pricing.fee(terms(fee.contractVersion()), Math.abs(fee.amount()));
    List<Posting> charged = Legs.charge(charge.commission(), charge.bsmv());
    return fee.amount() < 0 ? charged : Legs.negated(charged);
  }

  private static List<Posting> transfer(Movement.Transfer transfer) {
    long amount = transfer.amount();
    return switch (transfer.type()) {
      case RESERVE_HELD -> Legs.transfer(MERCHANT_AVAILABLE, MERCHANT_RESERVE, amount);
      case RESERVE_RELEASED -> Legs.transfer(MERCHANT_RESERVE, MERCHANT_AVAILABLE, amount);
      case PAYOUT_INSTRUCTED -> Legs.transfer(MERCHANT_AVAILABLE, PAYOUT_IN_TRANSIT, amount);
      case PAYOUT_CONFIRMED -> Legs.transfer(PAYOUT_IN_TRANSIT, BANK_ACCOUNT, amount);
      case PAYOUT_REJECTED -> Legs.transfer(PAYOUT_IN_TRANSIT, MERCHANT_AVAILABLE, amount);
      case PAYOUT_RETURNED -> Legs.transfer(BANK_ACCOUNT, MERCHANT_AVAILABLE, amount);
      case SCHEME_PAYMENT -> Legs.transfer(BANK_ACCOUNT, SCHEME_RECEIVABLE, amount);
      case CONVERSION_OUT -> Legs.transfer(MERCHANT_AVAILABLE, FX_POSITION, amount);
      case CONVERSION_IN -> Legs.transfer(FX_POSITION, MERCHANT_AVAILABLE, amount);
      case CAPTURE, VOID, REFUND, CHARGEBACK, CHARGEBACK_REVERSAL, ADJUSTMENT, BATCH_CLOSE ->
          throw new IllegalStateException("not a transfer: " + transfer.type());
    };
  }

  private Charge charge(long amount, int version) {
    Sale sale = fact.sale();
    if (sale == null) {
      throw new IllegalStateException("nothing to price by: " + fact.eventId());
    }
    SaleTerms by = sale.terms(fact.head().currency());
    return Pricing.capture(terms(version), by, amount);
  }
}
