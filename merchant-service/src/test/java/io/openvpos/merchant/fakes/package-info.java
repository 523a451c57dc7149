/// What tests put in the place of the store and the broker.
@NullMarked
package io.openvpos.merchant.fakes;

import org.jspecify.annotations.NullMarked;
