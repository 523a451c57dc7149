/// What analysts may look up: assessments and the rules in force. It maps and decides nothing.
@NullMarked
package io.openvpos.fraud.assessment.http;

import org.jspecify.annotations.NullMarked;
