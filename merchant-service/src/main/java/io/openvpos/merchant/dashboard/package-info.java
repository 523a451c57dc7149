/// What a merchant sees at a glance: today's attempts, sales by day, balances.
@NullMarked
package io.openvpos.merchant.dashboard;

import org.jspecify.annotations.NullMarked;
