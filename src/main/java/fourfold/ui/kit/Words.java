package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What became of a text, word by word.
public final class Words {

    /// A run of words that stayed, came or went.
    public record Run(Fate fate, String text) {}

    /// What became of it.
    public enum Fate {
        STAYED,
        CAME,
        WENT
    }

    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    /// Above this many word pairs the two texts are shown whole, since nobody reads a longer word-by-word difference.
    private static final int MOST_PAIRS = 4_000_000;

    private Words() {}

    /// The runs that turn `before` into `after`, by the longest common sequence of words.
    public static List<Run> compare(String before, String after) {
        var old = WORD.matcher(before).results().map(found -> found.group()).toList();
        var fresh = WORD.matcher(after).results().map(found -> found.group()).toList();
        if ((long) old.size() * fresh.size() > MOST_PAIRS) {
            return List.of(new Run(Fate.WENT, before), new Run(Fate.CAME, after));
        }
        return join(walk(old, fresh, lengths(old, fresh)));
    }

    private static int[][] lengths(List<String> old, List<String> fresh) {
        var length = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = same(old.get(i), fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static List<Run> walk(List<String> old, List<String> fresh, int[][] length) {
        var runs = new ArrayList<Run>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && same(old.get(i), fresh.get(j))) {
                runs.add(new Run(Fate.STAYED, fresh.get(j)));
                i++;
                j++;
            } else if (j == fresh.size() || i < old.size() && length[i + 1][j] >= length[i][j + 1]) {
                runs.add(new Run(Fate.WENT, old.get(i++)));
            } else {
                runs.add(new Run(Fate.CAME, fresh.get(j++)));
            }
        }
        return runs;
    }

    private static List<Run> join(List<Run> runs) {
        var joined = new ArrayList<Run>();
        for (var run : runs) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.fate() == run.fate()) {
                joined.set(joined.size() - 1, new Run(run.fate(), last.text() + run.text()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }
}
