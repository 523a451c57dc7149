/// What a statement says, and that it closes.
@NullMarked
package io.openvpos.merchant.statement.domain;

import org.jspecify.annotations.NullMarked;
