package fourfold.cli;

import picocli.CommandLine.Command;

/// Commands about one subject, of which one has to be named: `fourfold user add`.
sealed class Group {

    /// People.
    @Command(name = "user", description = "People who can be let into the vault.")
    static final class User extends Group {}

    /// Recovery codes sealed to other units.
    @Command(name = "recovery", description = "Recovery codes that another unit keeps for a force.")
    static final class Recovery extends Group {}

    /// Certificates.
    @Command(
            name = "cert",
            description = "Certificates of this unit and its people, and of other units.")
    static final class Cert extends Group {}

    /// What a unit publishes.
    @Command(name = "publish", description = "What a unit publishes for others, signed and numbered.")
    static final class Publish extends Group {}

    /// The region's configuration.
    @Command(name = "configuration", description = "What the regional unit sets for its forces.")
    static final class Configuration extends Group {}

    /// Values in conflict.
    @Command(name = "conflicts", description = "Values that several desks wrote without having seen each other's.")
    static final class Conflicts extends Group {}

    /// Events that may be one.
    @Command(name = "events", description = "Events of several agencies that are one, or may be.")
    static final class Events extends Group {}

    /// Frozen figures.
    @Command(name = "frozen", description = "Figures that were kept as they were counted.")
    static final class Frozen extends Group {}

    /// Proposals.
    @Command(name = "proposals", description = "What other agencies would change in what an agency decides about.")
    static final class Proposals extends Group {}
}
