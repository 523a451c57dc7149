/// What an adjustment is and who may decide on it.
@NullMarked
package io.openvpos.merchant.adjustment.domain;

import org.jspecify.annotations.NullMarked;
