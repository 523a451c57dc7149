@NullMarked
package io.openvpos.messaging.parking.kafka;

import org.jspecify.annotations.NullMarked;
