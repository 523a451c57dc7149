/// The sandbox's commands: start the platform, play a shop's day, verify, measure. Each command
/// reads its options and calls one room.
@NullMarked
package io.openvpos.sandbox;

import org.jspecify.annotations.NullMarked;
