package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// The retention group of a closed threat (police information and records management).
public enum RetentionGroup implements Choice {
    GROUP_1("Group 1: public protection"),
    GROUP_2("Group 2: other sexual, violent or serious offences"),
    GROUP_3("Group 3: all other offences"),
    GROUP_4("Group 4: undetected crime, victims, witnesses and others");

    private final String label;

    RetentionGroup(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
