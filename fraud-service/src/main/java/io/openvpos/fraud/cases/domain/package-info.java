/// A case and the steps it may take. Pure.
@NullMarked
package io.openvpos.fraud.cases.domain;

import org.jspecify.annotations.NullMarked;
