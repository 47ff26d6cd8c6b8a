package fourfold.ui.figures;

import java.util.List;

/// A question that people ask often, a key away.
///
/// @param view the name of the view
/// @param by the keys
/// @param beside the name of the view beside it; empty for none
enum Picture {
    P_MIX("4P mix", "disruptions-counted", List.of("agency", "p"), ""),
    IMPACT("Impact mix", "disruptions-counted", List.of("agency", "category"), ""),
    TREND("Trend by month", "disruptions-counted", List.of("month"), ""),
    AREAS("Priorities against activity", "threats-open", List.of("area"), "disruptions-counted"),
    WORKLOAD("LRO workload", "threats-open", List.of("lro"), ""),
    REGION("Region comparison", "disruptions-counted", List.of("agency"), "");

    private final String label;
    private final String view;
    private final List<String> by;
    private final String beside;

    Picture(String label, String view, List<String> by, String beside) {
        this.label = label;
        this.view = view;
        this.by = by;
        this.beside = beside;
    }

    String label() {
        return label;
    }

    String view() {
        return view;
    }

    List<String> by() {
        return by;
    }

    String beside() {
        return beside;
    }
}
