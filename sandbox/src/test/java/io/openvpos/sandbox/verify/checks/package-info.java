/// Faults planted into small consistent books, each found by its invariant.
@NullMarked
package io.openvpos.sandbox.verify.checks;

import org.jspecify.annotations.NullMarked;
