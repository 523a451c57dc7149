/// The sequence of business days: exactly one is open, at most one is closing.
@NullMarked
package io.openvpos.settlement.businessday;

import org.jspecify.annotations.NullMarked;
