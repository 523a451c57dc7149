@NullMarked
package io.openvpos.messaging.parking.mongo;

import org.jspecify.annotations.NullMarked;
