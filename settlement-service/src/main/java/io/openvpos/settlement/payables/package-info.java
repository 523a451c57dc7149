/// What a merchant is owed and when it is expected to be paid, read from the heads of payables and
/// from the lines of days that they have not taken in. It changes nothing.
@NullMarked
package io.openvpos.settlement.payables;

import org.jspecify.annotations.NullMarked;
