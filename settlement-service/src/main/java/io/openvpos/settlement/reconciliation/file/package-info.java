/// The line-based format of presentment and clearing files: written and read as streams. It knows
/// items only; docs/clearing-file.md describes it.
@NullMarked
package io.openvpos.settlement.reconciliation.file;

import org.jspecify.annotations.NullMarked;
