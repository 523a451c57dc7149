/// The case queue as pages of the portal.
@NullMarked
package io.openvpos.fraud.cases.page;

import org.jspecify.annotations.NullMarked;
