/// From test to live: the checklist that a merchant's own test traffic ticks, the request and the
/// staff's word. It must not know applications.
@NullMarked
package io.openvpos.merchant.golive;

import org.jspecify.annotations.NullMarked;
