/// The dashboard as a page of the portal.
@NullMarked
package io.openvpos.fraud.dashboard.page;

import org.jspecify.annotations.NullMarked;
