package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.messaging.http.ProblemException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads contract terms from a request; what is absent is as in the demo contract.
final class ContractReading {

  private static final int MAX_INSTALLMENTS = 12;
  private static final ContractTerms DEMO = ContractTerms.demo();

  private ContractReading() {}

  static ContractTerms read(MerchantRequest.@Nullable Contract sent) {
    if (sent == null) {
      return DEMO;
    }
    ContractTerms terms;
    try {
      terms = terms(sent);
    } catch (IllegalArgumentException impossible) {
      throw ProblemException.of(400, "validation_failed").field("/contract", "invalid");
    }
    if (!terms.complete()) {
      throw ProblemException.of(400, "validation_failed").field("/contract/rows", "incomplete");
    }
    return terms;
  }

  private static ContractTerms terms(MerchantRequest.Contract sent) {
    List<MerchantRequest.Row> rows = sent.rows();
    return new ContractTerms(
        rows == null ? DEMO.rows() : rows.stream().map(ContractReading::row).toList(),
        Objects.requireNonNullElse(sent.bsmvBasisPoints(), DEMO.bsmvBasisPoints()),
        treatment(sent.bsmv()),
        Objects.requireNonNullElse(sent.commissionReturned(), DEMO.commissionReturned()),
        Objects.requireNonNullElse(sent.valueDays(), DEMO.valueDays()),
        fees(sent.fees()));
  }

  private static BsmvTreatment treatment(@Nullable String sent) {
    return sent == null ? DEMO.bsmv() : BsmvTreatment.valueOf(sent.toUpperCase(Locale.ROOT));
  }

  private static PriceRow row(MerchantRequest.Row sent) {
    String currency = sent.currency();
    Integer rate = sent.rateBasisPoints();
    if (rate == null) {
      throw new IllegalArgumentException("a row has a rate");
    }
    return new PriceRow(
        sent.brand(),
        sent.cardClass(),
        currency == null ? null : Currency.getInstance(currency),
        Objects.requireNonNullElse(sent.minInstallments(), 1),
        Objects.requireNonNullElse(sent.maxInstallments(), MAX_INSTALLMENTS),
        rate,
        Objects.requireNonNullElse(sent.fixedMinorUnits(), 0L));
  }

  private static Fees fees(MerchantRequest.@Nullable ContractFees sent) {
    if (sent == null) {
      return DEMO.fees();
    }
    return new Fees(
        Objects.requireNonNullElse(sent.refund(), 0L),
        Objects.requireNonNullElse(sent.chargeback(), 0L),
        Objects.requireNonNullElse(sent.chargebackReturned(), true));
  }
}
