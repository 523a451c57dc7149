/// What a payment's circumstances are worth: named rules, a score of 0 to 100 and the decision that
/// follows. Pure: equal input gives an equal score. It must not know where the counts come from nor
/// who asks.
@NullMarked
package io.openvpos.fraud.scoring;

import org.jspecify.annotations.NullMarked;
