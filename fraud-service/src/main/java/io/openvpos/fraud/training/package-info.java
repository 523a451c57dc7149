/// From payments with known outcomes to a model: plays them through the production state, so that
/// training sees what would have been served, then trains, calibrates and measures on later days.
/// It must not know where the payments come from.
@NullMarked
package io.openvpos.fraud.training;

import org.jspecify.annotations.NullMarked;
