/// The computing of assessments under JMH; compiled by the profile `jmh` alone.
@NullMarked
package io.openvpos.fraud.compute;

import org.jspecify.annotations.NullMarked;
