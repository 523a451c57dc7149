package io.openvpos.merchant.application.domain;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an applicant says of the business, checked.
///
/// @param title as registered
/// @param taxNumber VKN of a company, or TCKN of a sole proprietor
/// @param monthlyTurnoverMinorUnits expected through cards, in kuruş
/// @param mcc merchant category code, ISO 18245
/// @param iban Turkish; payouts go there
/// @param currencies ISO 4217 codes
/// @param language `tr` or `en`: of the agreement and of what is written to the applicant
public record ApplicationForm(
    CompanyType companyType,
    String title,
    String taxNumber,
    String taxOffice,
    Contact contact,
    Address address,
    Site site,
    long monthlyTurnoverMinorUnits,
    String mcc,
    Audience audience,
    String iban,
    List<String> currencies,
    String language) {

  public ApplicationForm {
    currencies = List.copyOf(currencies);
  }

  /// The same with the test user's password sealed, or without it.
  public ApplicationForm sealed(@Nullable String sealedPassword) {
    Site open =
        new Site(
            site.address(),
            site.testAddress(),
            site.ownPaymentPage(),
            site.testUser(),
            sealedPassword);
    return new ApplicationForm(
        companyType,
        title,
        taxNumber,
        taxOffice,
        contact,
        address,
        open,
        monthlyTurnoverMinorUnits,
        mcc,
        audience,
        iban,
        currencies,
        language);
  }

  /// Who speaks for the business.
  ///
  /// @param phone E.164
  public record Contact(String name, String email, String phone) {}

  public record Address(String line, String district, String city, String postalCode) {}

  /// Where the shop is on the web.
  ///
  /// @param testAddress checked in its place while the shop is not live
  /// @param ownPaymentPage whether the shop wants to take card numbers on its own page
  /// @param sealedPassword of the test user, encrypted
  public record Site(
      URI address,
      @Nullable URI testAddress,
      boolean ownPaymentPage,
      @Nullable String testUser,
      @Nullable String sealedPassword) {}
}
