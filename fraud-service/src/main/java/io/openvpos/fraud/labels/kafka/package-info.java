/// Facts of other services that label payments. It maps and decides nothing.
@NullMarked
package io.openvpos.fraud.labels.kafka;

import org.jspecify.annotations.NullMarked;
