/// The twelve invariants, a class each. Every row of the books is shown once to each of them; they
/// keep what they must and judge at the end. They know nothing of stores, topics and files.
@NullMarked
package io.openvpos.sandbox.verify.checks;

import org.jspecify.annotations.NullMarked;
