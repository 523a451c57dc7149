/// The life of an open matter, as a value.
@NullMarked
package io.openvpos.settlement.matter.domain;

import org.jspecify.annotations.NullMarked;
