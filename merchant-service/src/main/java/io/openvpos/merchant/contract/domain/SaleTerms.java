package io.openvpos.merchant.contract.domain;

import java.util.Currency;

/// What a rate may depend on in one sale.
///
/// @param brand visa, mastercard, troy, amex
/// @param cardClass own_bank, domestic_credit, debit, prepaid, commercial, foreign
/// @param installments 1 is a single shot
public record SaleTerms(String brand, String cardClass, int installments, Currency currency) {}
