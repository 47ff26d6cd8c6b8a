package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// The ten national SOC threat areas (Public Accounts Committee, 2019), each under one pillar of the regional control
/// strategy (inspection report, "Understanding SOC and setting priorities").
public enum ThreatArea implements Choice {
    CSEA("Child sexual abuse and exploitation", Pillar.VULNERABILITY),
    MSHT("Modern slavery and human trafficking", Pillar.VULNERABILITY),
    OIC("Organised immigration crime", Pillar.VULNERABILITY),
    DRUGS("Illegal drugs", Pillar.COMMODITY),
    FIREARMS("Illegal firearms", Pillar.COMMODITY),
    OAC("Organised acquisitive crime", Pillar.COMMODITY),
    ML("Money laundering", Pillar.PROSPERITY),
    FRAUD("Fraud and other economic crime", Pillar.PROSPERITY),
    IBCS("International bribery, corruption and sanctions contravention", Pillar.PROSPERITY),
    CYBER("Cyber-crime", Pillar.PROSPERITY);

    /// The three heads under which priorities are set.
    public enum Pillar {
        VULNERABILITY,
        PROSPERITY,
        COMMODITY
    }

    private final String label;
    private final Pillar pillar;

    ThreatArea(String label, Pillar pillar) {
        this.label = label;
        this.pillar = pillar;
    }

    @Override
    public String label() {
        return label;
    }

    /// The pillar it stands under.
    public Pillar pillar() {
        return pillar;
    }
}
