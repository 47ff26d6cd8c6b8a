package fourfold.offenders.desk;

import java.sql.Connection;
import javafx.scene.control.Label;

/// A desk with a label and a connection.
public record Screened(Label label, Connection connection) {}
