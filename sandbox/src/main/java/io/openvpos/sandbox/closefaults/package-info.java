/// Faults in the middle of a close: the same accepted close is brought to its end again and again
/// on copies of one data folder, each time with another fault, and all files are compared with
/// those of the undisturbed run. It drives real processes and must not know how a close works.
@NullMarked
package io.openvpos.sandbox.closefaults;

import org.jspecify.annotations.NullMarked;
