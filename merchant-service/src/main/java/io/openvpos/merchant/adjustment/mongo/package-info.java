/// Adjustments as documents, each with its own outbox.
@NullMarked
package io.openvpos.merchant.adjustment.mongo;

import org.jspecify.annotations.NullMarked;
