package fourfold.journal;

/// How many trials of a kind a build makes, and how many a full run (`-Dfourfold.faults=full`).
final class Faultiness {

    private Faultiness() {}

    static int trials(int eachBuild, int full) {
        return "full".equals(System.getProperty("fourfold.faults")) ? full : eachBuild;
    }

    /// The seed of a run: always the same in a build, chosen by `-Dfourfold.seed=N`.
    static long seed() {
        return Long.getLong("fourfold.seed", 20_260_101L);
    }
}
