/// Tests of failpoints without processes.
@NullMarked
package io.openvpos.sandbox.closefaults.failpoint;

import org.jspecify.annotations.NullMarked;
