/// The one sequence of business days and what may happen to it. It owns the decision to close a
/// day; it must not know where the sequence is stored or who is told.
@NullMarked
package io.openvpos.settlement.businessday.domain;

import org.jspecify.annotations.NullMarked;
