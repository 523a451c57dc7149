/// The state of each partition as files, so that a start reads seconds of the log and not weeks.
/// The log stays the truth: whatever is wrong with a file, it is left aside. It must not know what
/// the state means.
@NullMarked
package io.openvpos.fraud.snapshots;

import org.jspecify.annotations.NullMarked;
