/// People: users with their roles, and the short-lived tokens that every service believes. Owns
/// passwords (bcrypt) and the signing key. It must not know merchants beyond their ids.
@NullMarked
package io.openvpos.merchant.staff;

import org.jspecify.annotations.NullMarked;
