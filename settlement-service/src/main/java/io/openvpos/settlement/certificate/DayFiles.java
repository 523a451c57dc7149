package io.openvpos.settlement.certificate;

import io.openvpos.money.Mode;
import io.openvpos.settlement.certificate.domain.DayToCertify;
import io.openvpos.settlement.certificate.domain.DigestedFile;
import java.util.List;

/// The digests of the files that a day's close gives out, each a pure function of the day.
public interface DayFiles {

  List<DigestedFile> of(DayToCertify day, Mode mode, String currency);
}
