package io.openvpos.sandbox.chaos.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of a planned fault.
///
/// @param fired whether it was seen to happen
/// @param failed requests without a usable answer until everything was well again
/// @param errorWindow from the first of them until the first answer after it
/// @param recovered from the fault until everything was well again; null if that was not seen
public record FaultRecord(
    PlannedFault planned,
    boolean fired,
    long failed,
    Duration errorWindow,
    @Nullable Duration recovered) {}
