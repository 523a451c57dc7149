/// The business day on the wire: the view of `settlement.business-days.v1` and the markers.
@NullMarked
package io.openvpos.messaging.day.kafka;

import org.jspecify.annotations.NullMarked;
