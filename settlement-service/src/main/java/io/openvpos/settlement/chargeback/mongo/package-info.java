/// Cases as documents, each with its own outbox, and the bytes of evidence.
@NullMarked
package io.openvpos.settlement.chargeback.mongo;

import org.jspecify.annotations.NullMarked;
