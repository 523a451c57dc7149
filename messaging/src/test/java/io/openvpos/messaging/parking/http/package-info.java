@NullMarked
package io.openvpos.messaging.parking.http;

import org.jspecify.annotations.NullMarked;
