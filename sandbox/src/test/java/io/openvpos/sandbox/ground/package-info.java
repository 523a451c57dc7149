/// Where the suites have their broker, store and registry: in containers or in this JVM. Knows no
/// service and no suite.
@NullMarked
package io.openvpos.sandbox.ground;

import org.jspecify.annotations.NullMarked;
