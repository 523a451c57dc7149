/// The simulation in the normal tests, and the proof that it sees what it should.
@NullMarked
package io.openvpos.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
