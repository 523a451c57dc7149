/// What an operator sees and does about stopped partitions and parked records, over HTTP. It owns
/// the answers' form; of a record it shows where it stands and whose it is, never what it says.
@NullMarked
package io.openvpos.messaging.parking.http;

import org.jspecify.annotations.NullMarked;
