package io.openvpos.merchant.application.reading;

import io.openvpos.merchant.application.Reviewing;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.contract.request.TermsRequest;
import io.openvpos.merchant.profile.http.MerchantReading;
import io.openvpos.merchant.profile.http.MerchantRequest;
import io.openvpos.merchant.request.FieldErrors;
import org.jspecify.annotations.Nullable;

/// The terms under which staff recommend an applicant. What is absent is the house's standard.
public record RecommendationRequest(
    @Nullable String note,
    @Nullable TermsRequest contract,
    MerchantRequest.@Nullable Policy riskPolicy,
    MerchantRequest.@Nullable Rules captureRules) {

  private static final int MAX_NOTE = 1_000;

  /// The terms that are meant, checked.
  ///
  /// @param form whose category the prices may depend on
  public static Reviewing.Terms read(RecommendationRequest sent, ApplicationForm form) {
    FieldErrors errors = new FieldErrors();
    String note = errors.required(sent.note(), "/note");
    errors.check(note.length() <= MAX_NOTE, "/note", "too_long");
    MerchantReading.Terms terms =
        MerchantReading.terms(
            new MerchantRequest(
                form.title(),
                form.mcc(),
                form.iban(),
                form.currencies(),
                null,
                sent.contract(),
                sent.riskPolicy(),
                sent.captureRules()),
            errors);
    errors.throwIfAny();
    return new Reviewing.Terms(note, terms.contract(), terms.riskPolicy(), terms.captureRules());
  }
}
