/// Chaos runs as the tests play them: the platform as processes, broken on purpose.
@NullMarked
package io.openvpos.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
