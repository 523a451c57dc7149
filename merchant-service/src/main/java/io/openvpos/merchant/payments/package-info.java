/// The merchant's payments as the API edge tells them, asked for with the token of the person who
/// looks. Keeps nothing; the edge decides what may be seen and done.
@NullMarked
package io.openvpos.merchant.payments;

import org.jspecify.annotations.NullMarked;
