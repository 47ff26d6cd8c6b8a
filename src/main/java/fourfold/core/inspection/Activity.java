package fourfold.core.inspection;

import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events against one threat under one P, whatever their type and category.
///
/// @param p null where no P was given
/// @param last the newest event date that is not after the day looked back from; null where there is none
public record Activity(UUID threat, @Nullable P p, @Nullable LocalDate last) {}
