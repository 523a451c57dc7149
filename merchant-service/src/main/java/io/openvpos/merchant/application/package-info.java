/// Merchants to be: their applications from the first form to the accepted agreement, and who
/// decided what on the way. It must not know how a merchant is told to the other services.
@NullMarked
package io.openvpos.merchant.application;

import org.jspecify.annotations.NullMarked;
