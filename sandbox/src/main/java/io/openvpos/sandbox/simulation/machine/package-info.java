/// The machine that the simulated platform runs on: one baton that threads pass on, processes that
/// crash and freeze, a clock, and the choices that make a run. It knows nothing of payments.
@NullMarked
package io.openvpos.sandbox.simulation.machine;

import org.jspecify.annotations.NullMarked;
