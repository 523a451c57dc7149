/// Dated tables of exchange rates: what is plausible, who lets a table count, what money comes to
/// at a rate. Pure; it must not know where tables come from or where they are kept.
@NullMarked
package io.openvpos.settlement.fx.domain;

import org.jspecify.annotations.NullMarked;
