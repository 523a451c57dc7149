/// Compares a payment page as browsers receive it with the inventory of what it may run (PCI DSS
/// 11.6.1). It asks like a browser and knows nothing else of the service.
@NullMarked
package io.openvpos.sandbox.pagecheck;

import org.jspecify.annotations.NullMarked;
