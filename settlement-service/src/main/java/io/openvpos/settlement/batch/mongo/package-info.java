/// Keeps lines, the ledger's marks and batches, each inserted once. Ids carry all that hot paths
/// look up by.
@NullMarked
package io.openvpos.settlement.batch.mongo;

import org.jspecify.annotations.NullMarked;
