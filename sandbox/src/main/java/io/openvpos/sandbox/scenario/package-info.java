/// A shop's day, played over HTTP against any running platform.
@NullMarked
package io.openvpos.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
