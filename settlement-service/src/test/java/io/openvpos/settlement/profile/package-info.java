/// Tests of what settlement knows of merchants.
@NullMarked
package io.openvpos.settlement.profile;

import org.jspecify.annotations.NullMarked;
