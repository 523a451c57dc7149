/// Tests of the room of the same name.
@NullMarked
package io.openvpos.sandbox.chaos.process;

import org.jspecify.annotations.NullMarked;
