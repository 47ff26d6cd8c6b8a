package fourfold.extract;

import org.jspecify.annotations.Nullable;

/// What came of reading one file.
///
/// @param shape how the file is written; null when it could not be used at all
/// @param good how many records can be kept
/// @param rejected how many were rejected; the file as a whole counts as one
/// @param warnings how many warnings and notes there were
/// @param stopped whether the reading was stopped before the end; then nothing of it should be used
public record ExtractSummary(@Nullable FileShape shape, int good, int rejected, int warnings, boolean stopped) {}
