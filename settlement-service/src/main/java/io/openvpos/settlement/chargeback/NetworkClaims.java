package io.openvpos.settlement.chargeback;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.ClaimedSale;
import io.openvpos.settlement.chargeback.domain.ClaimedSale.Coming;
import io.openvpos.settlement.chargeback.domain.Deadlines;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

/// Takes in what the network says about cases. Each record moves its case once, however often it is
/// read; one that fits nothing we know is refused with a code and changes nothing.
public final class NetworkClaims {

  private static final int ID_CHARACTERS = 24;

  private final Chargebacks chargebacks;
  private final ClaimedSales sales;
  private final SoldItems sold;
  private final Deadlines deadlines;
  private final BankCalendars calendars;
  private final OpenDay openDay;

  public NetworkClaims(
      Chargebacks chargebacks,
      ClaimedSales sales,
      SoldItems sold,
      Deadlines deadlines,
      BankCalendars calendars,
      OpenDay openDay) {
    this.chargebacks = chargebacks;
    this.sales = sales;
    this.sold = sold;
    this.deadlines = deadlines;
    this.calendars = calendars;
    this.openDay = openDay;
  }

  /// What the network's record says.
  ///
  /// @param item the record's own name, the same whenever its file is read
  /// @param network whose case reference it is
  /// @param amount minor units
  public record Notice(
      String item,
      String network,
      String caseReference,
      int cycle,
      String arn,
      String rrn,
      long amount,
      String currency,
      String reason,
      LocalDate clearedOn) {

    String chargebackId() {
      Sha256 sha = new Sha256();
      sha.add((network + "|" + caseReference).getBytes(StandardCharsets.UTF_8));
      return "cb_" + sha.hex().substring(0, ID_CHARACTERS);
    }
  }

  /// A chargeback: opens a case, or claims again. Empty, or why it was refused.
  public Optional<String> claimed(Notice notice) {
    DisputedSale sale = sold.find(notice.arn()).orElse(null);
    if (sale == null || !sale.rrn().equals(notice.rrn())) {
      return Optional.of("unknown_sale");
    }
    if (!sale.head().currency().equals(notice.currency())) {
      return Optional.of("currency_differs");
    }
    Chargeback there = chargebacks.find(notice.chargebackId()).orElse(null);
    if (there != null && there.knows(notice.item())) {
      return Optional.empty();
    }
    if (there == null && notice.cycle() != 1) {
      return Optional.of("unknown_case");
    }
    if (there != null && !there.sale().arn().equals(notice.arn())) {
      return Optional.of("other_sale");
    }
    if (!admitted(notice, sale)) {
      return Optional.of("more_than_captured");
    }
    Claim claim = claim(notice, sale);
    if (there == null && opened(notice, sale, claim)) {
      return Optional.empty();
    }
    Optional<String> refused =
        moved(notice, (one, booked) -> claimedAgain(one, claim, notice.item(), booked));
    if (refused.isPresent()) {
      withdraw(notice);
    }
    return refused;
  }

  /// Claims of one sale are admitted one after another, whoever takes their files. A crash leaves
  /// one that no case has; it counts until its file is taken again.
  private boolean admitted(Notice notice, DisputedSale sale) {
    Coming claim = new Coming(notice.item(), notice.chargebackId(), notice.amount());
    while (true) {
      ClaimedSale read = sales.find(notice.arn());
      Optional<ClaimedSale> next =
          read.with(claim, sale.captured(), chargebacks.ofSale(notice.arn()));
      if (next.isEmpty() || sales.save(next.get())) {
        return next.isPresent();
      }
    }
  }

  /// The case knows by then that it has refused the record: whoever else has taken it does not make
  /// it any more.
  private void withdraw(Notice notice) {
    ClaimedSale without;
    do {
      without = sales.find(notice.arn()).without(notice.item());
    } while (!sales.save(without));
  }

  /// The network decided for the merchant, or the issuer withdrew.
  public Optional<String> won(Notice notice) {
    return known(notice)
        ? moved(notice, (one, booked) -> tried(one.win(notice.amount(), notice.item(), booked)))
        : Optional.of("unknown_case");
  }

  /// The network decided for the issuer.
  public Optional<String> lost(Notice notice) {
    return known(notice)
        ? moved(notice, (one, booked) -> tried(one.lose(notice.item(), booked.at())))
        : Optional.of("unknown_case");
  }

  private boolean known(Notice notice) {
    return chargebacks
        .find(notice.chargebackId())
        .filter(there -> there.sale().arn().equals(notice.arn()))
        .filter(there -> there.sale().head().currency().equals(notice.currency()))
        .isPresent();
  }

  /// False if there is such a case by now: another instance was faster.
  private boolean opened(Notice notice, DisputedSale sale, Claim claim) {
    return openDay.within(booked ->
        chargebacks.open(
            Chargeback.open(notice.chargebackId(), sale, claim, notice.item(), booked)));
  }

  /// @param step empty if somebody else was faster
  private Optional<String> moved(
      Notice notice, BiFunction<Chargeback, Booked, Optional<Move>> step) {
    while (true) {
      Chargeback there = chargebacks.find(notice.chargebackId()).orElseThrow();
      Optional<Move> settled = openDay.within(booked -> step.apply(there, booked));
      if (settled.isPresent()) {
        return settled.get() instanceof Move.Refused(String code)
            ? Optional.of(code)
            : Optional.empty();
      }
    }
  }

  /// A refusal is written as a claim is.
  private Optional<Move> claimedAgain(Chargeback there, Claim claim, String item, Booked booked) {
    Move move = there.claimAgain(claim, item, booked);
    boolean first = move instanceof Move.Refused && !there.hasRefused(item);
    return first && !chargebacks.save(there.refuse(item)) ? Optional.empty() : tried(move);
  }

  /// Empty if somebody else was faster.
  private Optional<Move> tried(Move move) {
    return !(move instanceof Move.Made made) || chargebacks.save(made)
        ? Optional.of(move)
        : Optional.empty();
  }

  private Claim claim(Notice notice, DisputedSale sale) {
    LocalDate respondBy =
        deadlines.respondBy(sale.cardBrand(), notice.clearedOn(), calendars.current());
    return new Claim(
        notice.caseReference(),
        notice.cycle(),
        notice.amount(),
        notice.reason(),
        notice.clearedOn(),
        respondBy);
  }
}
