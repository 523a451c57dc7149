/// What must hold when a run is over, whatever went wrong in it: the invariants of the architecture
/// over what the stores, the card network, the bank and the shops say. It reads and changes
/// nothing.
@NullMarked
package io.openvpos.sandbox.simulation.check;

import org.jspecify.annotations.NullMarked;
