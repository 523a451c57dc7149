/// A statement as text: JSON, and CSV for machines or for a Turkish spreadsheet. Written piece by
/// piece; must not know where it goes.
@NullMarked
package io.openvpos.merchant.statement.format;

import org.jspecify.annotations.NullMarked;
