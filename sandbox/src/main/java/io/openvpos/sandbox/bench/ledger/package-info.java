/// Measures the ledger alone: merchant-service on the sandbox's store and broker, with nobody else
/// beside it.
@NullMarked
package io.openvpos.sandbox.bench.ledger;

import org.jspecify.annotations.NullMarked;
