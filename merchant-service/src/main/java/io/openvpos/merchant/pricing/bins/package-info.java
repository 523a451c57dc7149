/// Asks authorization-service, whose vault alone knows card ranges, what the leading digits of a
/// card say. It must not see a card number: eight digits are the most.
@NullMarked
package io.openvpos.merchant.pricing.bins;

import org.jspecify.annotations.NullMarked;
