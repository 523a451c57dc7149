/// Reconciliations and exceptions as documents.
@NullMarked
package io.openvpos.settlement.reconciliation.mongo;

import org.jspecify.annotations.NullMarked;
