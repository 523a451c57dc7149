package io.openvpos.merchant.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.ProposedVersion;
import io.openvpos.merchant.contract.domain.Reserve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ContractDocumentsTest {

  private static final ContractTerms FULL =
      new ContractTerms(
          List.of(
              PriceRow.forInstallments(1, 12, 200),
              new PriceRow(
                  "troy",
                  "debit",
                  Currency.getInstance("EUR"),
                  "5812",
                  2,
                  6,
                  90,
                  25,
                  300,
                  new PayoutPlan(7, true))),
          1_000,
          BsmvTreatment.INSIDE,
          false,
          new PayoutPlan(30, true),
          new Fees(100, 2_000, false),
          new Reserve(500, 90),
          "5812",
          new PayoutTerms(true, Map.of("TRY", 100_00L, "USD", 5_00L)));

  @Test
  void aBookComesOutAsItWentIn() {
    ContractBook book =
        new ContractBook(
            List.of(
                new ContractVersion(1, ContractBook.ALWAYS, ContractTerms.demo()),
                new ContractVersion(2, LocalDate.of(2026, 12, 1), FULL)),
            new ProposedVersion(
                "cpr_1",
                3,
                LocalDate.of(2027, 1, 1),
                FULL,
                "ayse@bank",
                Instant.parse("2026-11-23T09:00:00Z")));

    assertThat(ContractDocuments.read(ContractDocuments.write(book))).isEqualTo(book);
  }

  /// As it was written before plans, reserves, minimums and categories could be agreed.
  @Test
  void anOldContractStillReads() {
    Document old =
        Document.parse(
            """
            {"version": 1, "from_day": "2000-01-01",
             "rows": [{"brand": null, "card_class": null, "currency": null, "min_installments": 1,
               "max_installments": 12, "rate_basis_points": 200,
               "fixed_minor_units": {"$numberLong": "5"}}],
             "bsmv_basis_points": 500, "bsmv": "on_top", "commission_returned": true,
             "value_days": 3, "fees": {"refund": {"$numberLong": "0"},
               "chargeback": {"$numberLong": "7"}, "chargeback_returned": true}}
            """);

    assertThat(ContractDocuments.read(List.of(old)))
        .isEqualTo(
            ContractBook.first(
                new ContractTerms(
                    List.of(new PriceRow(null, null, null, 1, 12, 200, 5)),
                    500,
                    BsmvTreatment.ON_TOP,
                    true,
                    3,
                    new Fees(0, 7, true))));
  }
}
