/// The command line: benchmark, simulate, train, retrain. It reads and prints; what is computed is
/// computed elsewhere. It starts no service; only `retrain` reaches a network, to read the store.
@NullMarked
package io.openvpos.fraud.command;

import org.jspecify.annotations.NullMarked;
