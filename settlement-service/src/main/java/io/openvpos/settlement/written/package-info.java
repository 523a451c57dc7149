/// What people write beside a decision. It must not know what the decision is about.
@NullMarked
package io.openvpos.settlement.written;

import org.jspecify.annotations.NullMarked;
