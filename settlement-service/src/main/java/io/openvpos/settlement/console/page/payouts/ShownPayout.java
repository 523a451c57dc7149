package io.openvpos.settlement.console.page.payouts;

import io.openvpos.page.PageCaller;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.payout.correction.Correction;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLives;
import java.util.List;
import java.util.Optional;

/// One payout as a page: its steps, the payouts of the same close before and after it, and, for
/// finance, where they go from now on.
record ShownPayout(PayoutLives lives, PayoutStore payouts, CorrectionDesk corrections) {

  PageModel page(PageCaller caller, PayoutLife life, boolean ofAll) {
    Optional<Payout> payout = payouts.find(life.id());
    List<Payout> chain =
        payout.map(one -> payouts.ofChain(one.head(), one.day())).orElse(List.of());
    PageModel page =
        caller
            .page("finance/single-payout")
            .with("payout", life)
            .with("chain", chain.stream().map(this::link).toList())
            .with("ofAll", ofAll)
            .with("correctable", false);
    return ofAll && payout.isPresent() ? corrected(caller, page, payout.get()) : page;
  }

  /// One of the chain.
  ///
  /// @param status empty until its events are read
  record Link(String id, String status) {}

  private Link link(Payout payout) {
    return new Link(
        payout.id(), lives.find(payout.id()).map(life -> life.status().code()).orElse(""));
  }

  private PageModel corrected(PageCaller caller, PageModel page, Payout payout) {
    Correction correction = corrections.of(payout);
    Optional<Payout> waiting = corrections.waiting(payout);
    boolean may = Console.isFinancier(caller);
    return page.with("correctable", true)
        .with("correction", correction)
        .with("waiting", waiting.stream().toList())
        .with("mayPropose", may && waiting.isPresent())
        .with("mayDecide", may && correction.proposed() != null);
  }
}
