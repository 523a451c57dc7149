/// What tests stand on instead of the real thing.
@NullMarked
package io.openvpos.authorization.fakes;

import org.jspecify.annotations.NullMarked;
