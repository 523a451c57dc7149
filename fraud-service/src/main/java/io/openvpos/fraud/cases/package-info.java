/// Payments under review: the queue, who looks at one, what is shown, and what comes of the
/// conclusion. It owns the collections `cases` and `case_snoozes`. It must not know how a score is
/// made.
@NullMarked
package io.openvpos.fraud.cases;

import org.jspecify.annotations.NullMarked;
