package io.openvpos.authorization.checkout.domain;

/// Something in the shop's basket, shown to the payer and never added up: the session's amount is
/// what is paid.
///
/// @param amount of all pieces together, minor units of the session's currency
public record LineItem(String name, int quantity, long amount) {}
