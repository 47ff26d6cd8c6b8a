package fourfold.core.reference;

/// A post to ask while a plan is being made, rather than after it was approved (inspection report: specialists "weren't
/// always routinely invited to planning meetings or were asked for their advice too late").
///
/// @param post what people call it
/// @param askFor what to ask, in one sentence
public record Specialist(String post, String askFor) {}
