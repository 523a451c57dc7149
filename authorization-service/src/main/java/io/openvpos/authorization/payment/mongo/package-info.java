/// The stored payments: one document each in `payments`, changed by compare-and-set only. Owns the
/// shape of the document; decides nothing. Facts go into the document's own outbox, by the write
/// that changes the state.
@NullMarked
package io.openvpos.authorization.payment.mongo;

import org.jspecify.annotations.NullMarked;
