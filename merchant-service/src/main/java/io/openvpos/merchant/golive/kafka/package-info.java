/// Reads merchants' test traffic for the ticks it earns.
@NullMarked
package io.openvpos.merchant.golive.kafka;

import org.jspecify.annotations.NullMarked;
