package fourfold.core.reference;

/// An organisation or unit that can own an action or support an event without a log-in.
///
/// @param group the head it is listed under, such as "Government agencies"
public record Partner(String name, String group) {}
