package fourfold;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// The trials of one kind that stand for a [Goal]: how many are made, from which seed, and what came of them, which is a line
/// of `target/faults.md` once they are closed.
///
/// A build makes few, always from the same seed (`-Dfourfold.seed=N` begins at another); `-Dfourfold.faults=full` makes as
/// many as the goal asks for, or the share of them that `-Dfourfold.faults.share=0.01` says. Used with `try` and walked
/// through seed by seed: a trial counts as passed when the next one is asked for, so one that throws is a violation.
public final class Trials implements Iterable<Long>, AutoCloseable {

    /// The seed of every build.
    public static final long USUAL_SEED = 20_260_101L;

    private final Goal goal;
    private final String what;
    private final int count;
    private final long first;
    private final long began;
    private int begun;
    private int passed;

    private Trials(Goal goal, String what, int count, long first, long began) {
        this.began = began;
        this.goal = goal;
        this.what = what;
        this.count = count;
        this.first = first;
    }

    /// So many trials in a build, and so many in a full run.
    ///
    /// @param what what is tried, in the words of the table
    public static Trials of(Goal goal, String what, int eachBuild, int full) {
        return of(goal, what, eachBuild, full, seed());
    }

    /// The same, from a seed of its own.
    public static Trials of(Goal goal, String what, int eachBuild, int full, long seed) {
        return new Trials(goal, what, number(eachBuild, full), seed, System.nanoTime());
    }

    /// Cases that are all gone through, in a build as in a full run.
    public static Trials all(Goal goal, String what, int cases) {
        return all(goal, what, cases, System.nanoTime());
    }

    /// The same, of cases that were begun before.
    ///
    /// @param began when, as [System#nanoTime()] has it
    public static Trials all(Goal goal, String what, int cases, long began) {
        return new Trials(goal, what, cases, 0, began);
    }

    /// How many trials this run makes of a kind.
    public static int number(int eachBuild, int full) {
        return isFull() ? (int) Math.max(1, Math.round(full * share())) : eachBuild;
    }

    /// Whether the goals run at their full size, or a share of it.
    public static boolean isFull() {
        return "full".equals(System.getProperty("fourfold.faults"));
    }

    /// The share of the full size that runs.
    static double share() {
        return Double.parseDouble(System.getProperty("fourfold.faults.share", "1"));
    }

    /// The seed of a run: always the same in a build, chosen by `-Dfourfold.seed=N`.
    public static long seed() {
        return Long.getLong("fourfold.seed", USUAL_SEED);
    }

    /// How many there are to be.
    public int count() {
        return count;
    }

    /// The seeds of the trials, one after the other.
    @Override
    public Iterator<Long> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                passed = begun;
                return begun < count;
            }

            @Override
            public Long next() {
                if (!hasNext()) throw new NoSuchElementException();
                return first + begun++;
            }
        };
    }

    /// The trials are made elsewhere, and this many of them have passed.
    public void passed(int number) {
        begun += number;
        passed = begun;
    }

    /// What came of them is a line of the table from now on.
    @Override
    public void close() {
        boolean seeded = first != 0;
        FaultsTable.add(new FaultsTable.Line(
                goal, what, passed, count, Math.max(begun - passed, passed < count ? 1 : 0),
                seeded ? first + " to " + (first + Math.max(begun, 1) - 1) : "none",
                (System.nanoTime() - began) / 1e9));
    }
}
