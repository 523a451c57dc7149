package io.openvpos.merchant.application.domain;

import static io.openvpos.merchant.application.domain.PaperKind.IDENTITY;
import static io.openvpos.merchant.application.domain.PaperKind.SIGNATURE_CIRCULAR;
import static io.openvpos.merchant.application.domain.PaperKind.TAX_CERTIFICATE;
import static io.openvpos.merchant.application.domain.PaperKind.TRADE_REGISTRY;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an applicant is before the law. The code is the name in lower case.
public enum CompanyType {
  /// Şahıs şirketi: goes by the person's own number.
  SOLE_PROPRIETOR(List.of(TAX_CERTIFICATE, IDENTITY)),
  LIMITED(List.of(TAX_CERTIFICATE, TRADE_REGISTRY, SIGNATURE_CIRCULAR)),
  JOINT_STOCK(List.of(TAX_CERTIFICATE, TRADE_REGISTRY, SIGNATURE_CIRCULAR)),
  PARTNERSHIP(List.of(TAX_CERTIFICATE, TRADE_REGISTRY, SIGNATURE_CIRCULAR)),
  COOPERATIVE(List.of(TAX_CERTIFICATE, TRADE_REGISTRY, SIGNATURE_CIRCULAR)),
  ASSOCIATION(List.of(TAX_CERTIFICATE, SIGNATURE_CIRCULAR));

  @SuppressWarnings("ImmutableEnumChecker") // A List.of is immutable.
  private final List<PaperKind> papers;

  CompanyType(List<PaperKind> papers) {
    this.papers = papers;
  }

  /// What must be there before anybody can recommend the application.
  public Set<PaperKind> papers() {
    return EnumSet.copyOf(papers);
  }

  /// A person's number for a sole proprietor, or the company's; a company's for all others.
  public boolean goesBy(String taxNumber) {
    return TaxNumber.isCompany(taxNumber)
        || (this == SOLE_PROPRIETOR && TaxNumber.isPerson(taxNumber));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CompanyType> of(String code) {
    return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
