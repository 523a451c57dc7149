package io.openvpos.settlement.console.page.payouts;

import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.payout.correction.Correction.Outcome;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.correction.WantedAccount;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.openvpos.settlement.written.WrittenText;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// Where two people of finance correct the account of a payout that did not arrive.
@PageController
final class CorrectionPages {

  private static final String CORRECTION = SinglePayoutPages.SINGLE + "/{id}/correction";

  private final PayoutLives lives;
  private final PayoutStore payouts;
  private final CorrectionDesk desk;

  CorrectionPages(PayoutLives lives, PayoutStore payouts, CorrectionDesk corrections) {
    this.lives = lives;
    this.payouts = payouts;
    desk = corrections;
  }

  @PostMapping(CORRECTION)
  Rendering propose(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    Payout payout = there(id);
    Payout waiting = desk.waiting(payout).orElseThrow(() -> Console.refused("payout_paid"));
    WantedAccount account = WantedAccount.typed(form.text("iban"));
    String reason = form.text("reason");
    PageErrors errors = caller.errors();
    account.faultFor(waiting).ifPresent(code -> errors.reject("iban", code));
    WrittenText.faultOfRequired(reason).ifPresent(code -> errors.reject("reason", code));
    return errors.isEmpty()
        ? done(caller, id, desk.propose(payout, account.iban(), reason, person))
        : again(caller, id, form, errors);
  }

  @PostMapping(CORRECTION + "/approval")
  Rendering approve(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    Optional<String> read = Optional.of(form.text("proposal"));
    return done(caller, id, desk.approve(there(id), read, person));
  }

  @PostMapping(CORRECTION + "/rejection")
  Rendering reject(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    Payout payout = there(id);
    String reason = form.text("why_not");
    PageErrors errors = caller.errors();
    WrittenText.faultOfRequired(reason).ifPresent(code -> errors.reject("why_not", code));
    return errors.isEmpty()
        ? done(caller, id, desk.reject(payout, person, reason))
        : again(caller, id, form, errors);
  }

  private Rendering again(PageCaller caller, String id, PageForm form, PageErrors errors) {
    PayoutLife life = lives.find(id).orElseThrow(Console::notFound);
    return new ShownPayout(lives, payouts, desk)
        .page(caller, life, true)
        .rejected(form, errors)
        .rendering();
  }

  private static Rendering done(PageCaller caller, String id, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String code)) {
      throw Console.refused(code);
    }
    return caller.redirect(SinglePayoutPages.SINGLE + "/" + id, "finance.noted");
  }

  private Payout there(String id) {
    return payouts.find(id).orElseThrow(Console::notFound);
  }
}
