/// Tests of the room of the same name.
@NullMarked
package io.openvpos.sandbox.chaos.fault;

import org.jspecify.annotations.NullMarked;
