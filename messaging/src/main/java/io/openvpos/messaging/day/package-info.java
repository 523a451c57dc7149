/// The business day as every service sees it: which day stamps a fact, and how a day is drained and
/// marked in every partition.
@NullMarked
package io.openvpos.messaging.day;

import org.jspecify.annotations.NullMarked;
