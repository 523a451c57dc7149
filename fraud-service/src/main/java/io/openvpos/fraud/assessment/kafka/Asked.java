package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.RiskCheck;

/// A request and the assessment made for it; what is sent is the first one kept.
record Asked(RiskCheck check, Assessment made) {}
