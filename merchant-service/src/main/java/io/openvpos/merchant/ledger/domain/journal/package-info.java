/// The journal: accounts, balanced entries, the hash chain and the head that puts entries in one
/// order. Owns what makes an entry and a head right. It must not know why an entry is posted, nor
/// storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.ledger.domain.journal;

import org.jspecify.annotations.NullMarked;
