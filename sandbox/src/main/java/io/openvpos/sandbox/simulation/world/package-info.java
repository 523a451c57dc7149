/// What the platform talks to, simulated: stores, broker, card network, bank. Each does what its
/// real counterpart promises and nothing more, and fails as the choices say. It decides nothing of
/// the platform's own.
@NullMarked
package io.openvpos.sandbox.simulation.world;

import org.jspecify.annotations.NullMarked;
