/// What happened to a payment after it was judged: held, captured, refunded, and what else the edge
/// tells. Shown beside cases; no score depends on when it is read.
@NullMarked
package io.openvpos.fraud.outcomes;

import org.jspecify.annotations.NullMarked;
