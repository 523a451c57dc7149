/// Chaos: the platform as processes under load and under faults, and the proof afterwards that no
/// money was lost, doubled or told otherwise. This room plays a run from start to verdict; its
/// inner rooms know how processes are run, what is done to them, who buys meanwhile and how the
/// books are compared.
@NullMarked
package io.openvpos.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
