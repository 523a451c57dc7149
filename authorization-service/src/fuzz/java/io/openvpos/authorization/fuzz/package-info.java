/// The targets of the seeded fuzz tests under Jazzer, which is led by what the inputs reach. Only
/// the profile `fuzz` compiles it: docs/fuzzing.md.
@NullMarked
package io.openvpos.authorization.fuzz;

import org.jspecify.annotations.NullMarked;
