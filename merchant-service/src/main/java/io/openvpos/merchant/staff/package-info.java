/// People: users with their roles, their passwords (bcrypt) and second factors, and the short-lived
/// tokens that every service believes. Owns the signing key. It must not know merchants beyond
/// their ids.
@NullMarked
package io.openvpos.merchant.staff;

import org.jspecify.annotations.NullMarked;
