package io.openvpos.merchant.agreement;

/// Whom an agreement is for.
///
/// @param reference of the application
/// @param hostedPageOnly whether cards are entered on the acquirer's page only
public record AgreementParty(
    String reference,
    String title,
    String taxNumber,
    String taxOffice,
    String address,
    String contact,
    String site,
    String iban,
    String mcc,
    boolean hostedPageOnly) {}
