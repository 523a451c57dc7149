/// The simulated schemes of 3-D Secure: a directory server and the issuers' access control server
/// with its challenge page. The card decides what happens, and in a challenge the code typed does.
/// It knows nothing of the platform but the addresses that messages carry.
@NullMarked
package io.openvpos.sandbox.threeds;

import org.jspecify.annotations.NullMarked;
