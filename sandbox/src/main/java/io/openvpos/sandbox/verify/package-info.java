/// The twelve invariants of the platform, checked from the outside: from the services' stores, the
/// topics and the card network's own log. Knows the stored shapes, calls no service code.
@NullMarked
package io.openvpos.sandbox.verify;

import org.jspecify.annotations.NullMarked;
