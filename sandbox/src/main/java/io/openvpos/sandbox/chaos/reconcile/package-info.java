/// Holds what the shops were told against what the platform, its ledger and the card network
/// recorded: nothing lost, nothing doubled, nobody told one thing that was recorded as another.
/// Reads the journal of the shops and the books, and asks nobody.
@NullMarked
package io.openvpos.sandbox.chaos.reconcile;

import org.jspecify.annotations.NullMarked;
