/// What tests need to run a simulator as a child process.
@NullMarked
package io.openvpos.sandbox.process;

import org.jspecify.annotations.NullMarked;
