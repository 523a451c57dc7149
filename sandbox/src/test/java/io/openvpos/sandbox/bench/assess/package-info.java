/// The bench of risk checks in small: that all of it comes up and answers, and when questions are
/// due.
@NullMarked
package io.openvpos.sandbox.bench.assess;

import org.jspecify.annotations.NullMarked;
