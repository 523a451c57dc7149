@NullMarked
package io.openvpos.messaging.parking;

import org.jspecify.annotations.NullMarked;
