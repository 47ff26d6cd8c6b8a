package fourfold.offenders.ui.plan;

import fourfold.offenders.ui.threat.ThreatView;
import javafx.scene.control.Button;

/// A view-model that holds a button and another feature's view.
public record PlanViewModel(Button button, ThreatView view) {}
