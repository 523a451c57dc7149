package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;

/// A partition of risk checks that this instance owns.
///
/// @param answerFrom the first offset that is answered; those before only rebuild the windows
record AskedPartition(Assessor assessor, long answerFrom) {

  boolean answers(long offset) {
    return offset >= answerFrom;
  }
}
