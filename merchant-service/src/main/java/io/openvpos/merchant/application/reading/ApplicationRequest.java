package io.openvpos.merchant.application.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as sent, unchecked.
///
/// @param companyType `sole_proprietor`, `limited`, `joint_stock`, `partnership`, `cooperative`,
///   `association`
/// @param taxNumber VKN, or the TCKN of a sole proprietor
/// @param expectedMonthlyTurnover in kuruş
/// @param audience `consumers` or `dealers`
/// @param language `tr` or `en`
public record ApplicationRequest(
    @Nullable String companyType,
    @Nullable String title,
    @Nullable String taxNumber,
    @Nullable String taxOffice,
    @Nullable Contact contact,
    @Nullable Address address,
    @Nullable Site site,
    @Nullable Long expectedMonthlyTurnover,
    @Nullable String mcc,
    @Nullable String audience,
    @Nullable String iban,
    @Nullable List<String> currencies,
    @Nullable String language) {

  public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {}

  public record Address(
      @Nullable String line,
      @Nullable String district,
      @Nullable String city,
      @Nullable String postalCode) {}

  /// Where the shop is.
  ///
  /// @param ownPaymentPage whether the shop takes card numbers on its own page
  /// @param testUrl checked instead while the shop is not live
  /// @param testUser and testPassword of a user for the check; a shop for dealers needs them
  public record Site(
      @Nullable String url,
      @Nullable String testUrl,
      @Nullable Boolean ownPaymentPage,
      @Nullable String testUser,
      @Nullable String testPassword) {
    @Override
    public String toString() {
      return "Site[" + url + "]";
    }
  }
}
