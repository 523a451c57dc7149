package io.openvpos.settlement.payout.domain;

/// Whom a payout goes to, as the merchant's profile said when it was instructed.
public record Beneficiary(String iban, String name) {}
