/// Tests of the room of the same name.
@NullMarked
package io.openvpos.sandbox.chaos.reconcile;

import org.jspecify.annotations.NullMarked;
