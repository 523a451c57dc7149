/// The command line: benchmark, simulate, train. It reads and prints; what is computed is computed
/// elsewhere. It starts no service and reaches no network.
@NullMarked
package io.openvpos.fraud.command;

import org.jspecify.annotations.NullMarked;
