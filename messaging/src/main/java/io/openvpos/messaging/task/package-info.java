/// Work beside the caller and waiting, behind one interface: a running service uses the machine's
/// threads and time, the simulation decides itself what runs next.
@NullMarked
package io.openvpos.messaging.task;

import org.jspecify.annotations.NullMarked;
