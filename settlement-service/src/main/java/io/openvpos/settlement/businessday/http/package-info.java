/// Business days over HTTP: list, look up, close. It maps decisions to answers and must not decide.
@NullMarked
package io.openvpos.settlement.businessday.http;

import org.jspecify.annotations.NullMarked;
