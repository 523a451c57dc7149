/// Heads, entries, ended days and notes of holds as documents. Owns their shape, which
/// docs/ledger.md lists; it decides nothing.
@NullMarked
package io.openvpos.merchant.ledger.mongo;

import org.jspecify.annotations.NullMarked;
