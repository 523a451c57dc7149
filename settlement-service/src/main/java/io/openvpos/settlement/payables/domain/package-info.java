/// What a head will pay by what is known of it now. Pure: it takes the days to come in just as the
/// close will.
@NullMarked
package io.openvpos.settlement.payables.domain;

import org.jspecify.annotations.NullMarked;
