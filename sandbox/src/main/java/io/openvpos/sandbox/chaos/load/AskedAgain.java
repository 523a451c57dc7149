package io.openvpos.sandbox.chaos.load;

import java.util.List;

/// What came of the calls that nobody had answered.
///
/// @param absent nothing had been done; it was done now
/// @param complete all had been done; the answer is that of then
/// @param faults calls that were neither, or have no answer even now
public record AskedAgain(int absent, int complete, List<String> faults) {}
