/// The platform as processes that can be killed, stopped and cut off from each other: each part in
/// a JVM of its own, relays between them. It must not know why anybody does so to them.
@NullMarked
package io.openvpos.sandbox.chaos.process;

import org.jspecify.annotations.NullMarked;
