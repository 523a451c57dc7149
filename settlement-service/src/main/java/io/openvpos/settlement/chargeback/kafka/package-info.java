/// Chargeback facts as they are published, and the end of each business day in their topic.
@NullMarked
package io.openvpos.settlement.chargeback.kafka;

import org.jspecify.annotations.NullMarked;
