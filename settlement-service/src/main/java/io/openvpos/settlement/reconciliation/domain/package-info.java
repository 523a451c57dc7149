/// Items of both sides, how they are matched, and the life of what does not match. Pure.
@NullMarked
package io.openvpos.settlement.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
