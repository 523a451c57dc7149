package io.openvpos.fraud.rules.judging;

/// A rule as an analyst wrote it.
///
/// @param code stable; it is the reason code in answers
/// @param when the condition, in the language of rules
/// @param points added to the score, 1 to 100; 0 for every action but [RuleAction#SCORE]
/// @param textTr the reason for people, in Turkish
/// @param textEn the reason for people, in English
public record RuleDefinition(
    String code, String when, RuleAction action, int points, String textTr, String textEn) {}
