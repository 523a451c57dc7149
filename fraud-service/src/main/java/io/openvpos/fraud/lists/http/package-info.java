/// Lists over HTTP: looking up, adding, removing, and whole files. It maps and checks.
@NullMarked
package io.openvpos.fraud.lists.http;

import org.jspecify.annotations.NullMarked;
