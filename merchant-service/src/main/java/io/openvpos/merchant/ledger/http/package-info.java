/// Balances, entries and the trial balance for people and clients. It maps and limits; the numbers
/// come from the heads and entries as stored.
@NullMarked
package io.openvpos.merchant.ledger.http;

import org.jspecify.annotations.NullMarked;
