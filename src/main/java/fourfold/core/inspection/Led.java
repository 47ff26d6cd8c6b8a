package fourfold.core.inspection;

import fourfold.core.kernel.P;
import java.time.LocalDate;

/// Events that one agency led under one P and that were assessed as Major, Moderate or Minor, recorded on one day. A support
/// that is linked to its lead is none of them.
public record Led(String agency, P p, LocalDate recorded, int events) {}
