package io.openvpos.settlement.payout.bank;

/// The acquirer as the paying side of a file.
public record Debtor(String name, String iban, String bic) {}
