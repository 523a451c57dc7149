package io.openvpos.authorization.threeds.domain;

/// Where an authentication stands.
///
/// | stage | what happens | next |
/// |---|---|---|
/// | STARTED | the browser is there and its data is known | REQUESTED |
/// | REQUESTED | the ARes decides (Y, A, N, R, U, I) | ENDED |
/// | REQUESTED | the ARes asks for a challenge (C) or decouples (D) | CHALLENGED, DECOUPLED |
/// | REQUESTED | no ARes in time, or a broken one | ENDED |
/// | CHALLENGED, DECOUPLED | a RReq with all three ids | ENDED |
/// | CHALLENGED | the browser came back and no RReq in time | ENDED |
/// | any but ENDED | the time is over | ENDED |
public enum Stage {
  STARTED,
  REQUESTED,
  CHALLENGED,
  DECOUPLED,
  ENDED
}
