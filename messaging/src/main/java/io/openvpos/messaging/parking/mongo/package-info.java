/// Parkings, parked records and the board of stopped partitions in the service's own database.
@NullMarked
package io.openvpos.messaging.parking.mongo;

import org.jspecify.annotations.NullMarked;
