/// The stores in memory, for tests of everything above them. They keep the promises that the ports
/// make and can be told to fail around any write.
@NullMarked
package io.openvpos.settlement.fakes;

import org.jspecify.annotations.NullMarked;
