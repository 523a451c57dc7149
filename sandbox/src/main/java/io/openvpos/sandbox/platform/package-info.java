/// The whole platform in one JVM: the ground (broker, store, registry, simulators), the four
/// services on it, and the demo accounts of the first start. Knows how things are started, not what
/// they do.
@NullMarked
package io.openvpos.sandbox.platform;

import org.jspecify.annotations.NullMarked;
