/// Entries of lists as CSV (RFC 4180) for spreadsheets, in and out. It decides nothing.
@NullMarked
package io.openvpos.fraud.lists.csv;

import org.jspecify.annotations.NullMarked;
