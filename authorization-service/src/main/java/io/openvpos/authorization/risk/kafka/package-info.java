/// Risk checks over Kafka: questions keyed by card, answers on the one partition that this instance
/// reads. It maps and moves; what silence means is decided next door.
@NullMarked
package io.openvpos.authorization.risk.kafka;

import org.jspecify.annotations.NullMarked;
