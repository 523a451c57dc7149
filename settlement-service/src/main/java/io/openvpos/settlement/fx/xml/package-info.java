/// Reads the central bank's daily file. It must not decide whether what it says is believed.
@NullMarked
package io.openvpos.settlement.fx.xml;

import org.jspecify.annotations.NullMarked;
