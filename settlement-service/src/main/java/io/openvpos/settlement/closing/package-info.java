/// Brings a closing day to its end, step by step, each step safe to repeat and to run in two
/// instances at once. It owns the order of the steps; the features own what each one does.
@NullMarked
package io.openvpos.settlement.closing;

import org.jspecify.annotations.NullMarked;
