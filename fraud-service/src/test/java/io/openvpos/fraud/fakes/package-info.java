/// What stands in for the store, the clock and payments.
@NullMarked
package io.openvpos.fraud.fakes;

import org.jspecify.annotations.NullMarked;
