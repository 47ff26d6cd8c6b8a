package fourfold.core.sync;

/// Who acts: the collar number in capitals, the agency whose vault it is, and the role acted in.
public record Author(String user, String agency, String role) {}
