package io.openvpos.merchant.pricing;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.calendar.DueDates;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.contract.domain.ceiling.InstallmentCeilings;
import io.openvpos.merchant.pricing.Quote.Payout;
import io.openvpos.merchant.pricing.domain.Pricing;
import io.openvpos.merchant.pricing.domain.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Quotes sales by the contract version in force on their day.
public final class Quotes {

  private final CurrencyCalendars calendars;
  private final InstallmentCeilings ceilings;

  public Quotes(CurrencyCalendars calendars, InstallmentCeilings ceilings) {
    this.calendars = calendars;
    this.ceilings = ceilings;
  }

  /// How many instalments such a sale may have, by law: of the category that the merchant is in
  /// today, since this is a question of permission and not of price.
  public int maxInstallments(String mcc, String cardClass, LocalDate day) {
    return ceilings.max(mcc, cardClass, day);
  }

  /// Whether the calendars reach far enough to promise dates.
  public boolean covers(LocalDate day) {
    return !day.isBefore(calendars.home().from()) && !day.isAfter(calendars.lastBusinessDay());
  }

  /// Of one capture of the whole amount, posted under `day`.
  public Quote quote(ContractBook book, SaleTerms sale, long amount, LocalDate day) {
    ContractVersion version = book.inForce(day);
    ContractTerms terms = version.terms();
    Working working = Pricing.working(terms, sale, amount);
    PayoutPlan plan = terms.planOf(working.row());
    return new Quote(day, version, working, payouts(plan, sale, working.net(), day));
  }

  private List<Payout> payouts(PayoutPlan plan, SaleTerms sale, long net, LocalDate day) {
    BankCalendar calendar = calendars.of(sale.currency().getCurrencyCode());
    int parts = plan.parts(sale.installments());
    if (parts == 1) {
      return List.of(new Payout(DueDates.after(calendar, day, plan.valueDays()), net));
    }
    return IntStream.rangeClosed(1, parts)
        .mapToObj(number ->
            new Payout(
                DueDates.ofPart(calendar, day, number), DueDates.amountOfPart(net, parts, number)))
        .toList();
  }
}
