@NullMarked
package io.openvpos.messaging.kafka;

import org.jspecify.annotations.NullMarked;
