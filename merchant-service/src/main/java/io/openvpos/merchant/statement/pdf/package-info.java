/// A statement as a PDF for people.
@NullMarked
package io.openvpos.merchant.statement.pdf;

import org.jspecify.annotations.NullMarked;
