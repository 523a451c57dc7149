/// Named points of the close at which a service's process is killed or made to wait. They lie
/// between the services' own classes and their ports, and only a process that has the sandbox on
/// its class path can be told of one: the released services cannot load this room.
@NullMarked
package io.openvpos.sandbox.closefaults.failpoint;

import org.jspecify.annotations.NullMarked;
