/// The statement of a ledger by period: what it opens with, every entry, what it closes with. Reads
/// the ledger and computes nothing that the entries do not say.
@NullMarked
package io.openvpos.merchant.statement;

import org.jspecify.annotations.NullMarked;
