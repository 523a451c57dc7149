/// Facts of payments as the edge tells them. It maps and decides nothing.
@NullMarked
package io.openvpos.fraud.outcomes.kafka;

import org.jspecify.annotations.NullMarked;
