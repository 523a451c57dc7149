/// A checkout session as a state machine, and the parts that an amount may be paid in. Pure: no
/// store, no page, no clock.
@NullMarked
package io.openvpos.authorization.checkout.domain;

import org.jspecify.annotations.NullMarked;
