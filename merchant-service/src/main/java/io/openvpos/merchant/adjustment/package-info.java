/// Manual corrections and fees outside a sale: asked for by one person of the acquirer, decided by
/// another, told to the ledger as facts. Must not know postings: the ledger alone prices them.
@NullMarked
package io.openvpos.merchant.adjustment;

import org.jspecify.annotations.NullMarked;
