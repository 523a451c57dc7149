/// The day markers of `merchant.adjustments.v1`.
@NullMarked
package io.openvpos.merchant.adjustment.kafka;

import org.jspecify.annotations.NullMarked;
