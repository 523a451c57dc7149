/// What is done to the platform: which faults, when and to whom by the seed, how each is carried
/// out and shown to have happened, and how long it took until everything was well again.
@NullMarked
package io.openvpos.sandbox.chaos.fault;

import org.jspecify.annotations.NullMarked;
