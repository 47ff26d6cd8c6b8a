package fourfold.journal;

import fourfold.vault.LocalDisk;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A process that appends acts and takes in those of others until it is killed, and says what each is once it was told that
/// it is saved.
public final class AppendingChild {

    private AppendingChild() {}

    /// @param args the folder and a seed
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        var random = new Random(Long.parseLong(args[1]));
        var folder = Vaults.folder(new LocalDisk(), Path.of(args[0]), 1);
        try (var journal = FileJournal.open(folder, new Limits(60_000, 1_000), List.of())) {
            var acts = new Acts(random.nextLong())
                    .after(journal.lastSeq(Acts.HERE))
                    .thereAfter(journal.lastSeq(Acts.THERE));
            out.println("ready");
            while (true) {
                int entries = random.nextInt(50) == 0 ? 2_500 : 1 + random.nextInt(5);
                var act = acts.act(entries);
                journal.append(act, Acts.AUTHOR);
                out.println(act.id() + " " + entries);
                if (random.nextInt(5) == 0) {
                    var there = acts.elsewhere(1 + random.nextInt(random.nextInt(3) == 0 ? 150 : 5), 1 + random.nextInt(20));
                    journal.takeIn(there.batch(), there, Acts.NOW);
                    out.println("taken " + there.batch());
                }
                if (random.nextInt(4) == 0) {
                    journal.log(acts.events(1));
                    out.println("event logged");
                }
            }
        }
    }
}
