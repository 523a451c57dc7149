/// Makes the digests of every file of closed days, beside the close and after it, and makes them
/// again to compare. It owns jobs and what files held when they were first made; the files
/// themselves are written anew for whoever asks.
@NullMarked
package io.openvpos.settlement.report.job;

import org.jspecify.annotations.NullMarked;
