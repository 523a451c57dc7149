package io.openvpos.settlement.businessday.domain;

/// The acquirer as the paying side of payout files.
public record Debtor(String name, String iban, String bic) {}
