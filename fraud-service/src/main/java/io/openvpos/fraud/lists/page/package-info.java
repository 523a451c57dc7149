/// Lists as pages. It decides nothing.
@NullMarked
package io.openvpos.fraud.lists.page;

import org.jspecify.annotations.NullMarked;
