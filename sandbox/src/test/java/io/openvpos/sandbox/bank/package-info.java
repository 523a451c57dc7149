/// Tests of the simulated bank over HTTP.
@NullMarked
package io.openvpos.sandbox.bank;

import org.jspecify.annotations.NullMarked;
