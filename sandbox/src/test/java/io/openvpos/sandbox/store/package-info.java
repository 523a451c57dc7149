/// Tests of the durable store over real sockets with the real driver.
@NullMarked
package io.openvpos.sandbox.store;

import org.jspecify.annotations.NullMarked;
