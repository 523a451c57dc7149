/// What rules make of a payment: the names they may speak of, sets of them ready to run, and the
/// score that follows from lists, rules and what was judged before. Pure; it must not know who
/// wrote a rule nor which set is in force.
@NullMarked
package io.openvpos.fraud.rules.judging;

import org.jspecify.annotations.NullMarked;
