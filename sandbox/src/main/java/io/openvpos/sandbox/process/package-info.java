/// What a simulator needs to run as a process of its own: its command line and its append-only
/// file. It must not know which simulator uses it.
@NullMarked
package io.openvpos.sandbox.process;

import org.jspecify.annotations.NullMarked;
