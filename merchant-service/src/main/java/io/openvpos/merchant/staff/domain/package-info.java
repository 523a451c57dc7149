/// What a user is: roles, password rules, the wait after wrong passwords, the second factor. Must
/// not know storage, pages or the time of day.
@NullMarked
package io.openvpos.merchant.staff.domain;

import org.jspecify.annotations.NullMarked;
