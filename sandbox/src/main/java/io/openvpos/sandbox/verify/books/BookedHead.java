package io.openvpos.sandbox.verify.books;

import java.util.Map;

/// A ledger head.
///
/// @param id `merchant|mode|currency`
/// @param pending how many entries wait in it to be stored and told
public record BookedHead(
    String id, long seq, Map<String, Long> balances, long paidOut, String lastHash, int pending) {}
