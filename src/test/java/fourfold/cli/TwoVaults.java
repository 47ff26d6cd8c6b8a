package fourfold.cli;


import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A force's vault and its unit's, which trust each other, driven by commands.
final class TwoVaults {

    private final Path folder;
    private final Shell shell;

    private TwoVaults(Path folder, Clock clock) {
        this.folder = folder;
        shell = new Shell(folder, clock);
    }

    static TwoVaults in(Path folder) {
        return in(folder, TestVaults.clock());
    }

    static TwoVaults in(Path folder, Clock clock) {
        var vaults = new TwoVaults(folder, clock);
        vaults.done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "D", "--role", "administrator,lro,supervisor");
        vaults.done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "E", "--role", "administrator,lro,supervisor");
        vaults.trust("force", "Derbyshire", "unit");
        vaults.trust("unit", "EMSOU", "force");
        return vaults;
    }

    /// A third vault, of Leicestershire, whom the force knows.
    void neighbour() {
        done("neighbour", "init", "--agency", "Leicestershire", "--user", "L1", "--name", "L", "--role", "administrator,lro");
        trust("neighbour", "Leicestershire", "force");
        trust("force", "Derbyshire", "neighbour");
    }

    Shell.Result run(String vault, String... args) {
        return shell.in(vault, args);
    }

    Shell.Result done(String vault, String... args) {
        return shell.done(vault, args);
    }

    private void trust(String from, String agency, String to) {
        var file = folder.resolve(from + " to " + to + ".asc").toString();
        done(from, "cert", "export", "--out", file);
        done(to, "cert", "trust", "--agency", agency, file);
    }

    String threat(String vault, String name) {
        return done(vault, "add", "threat", "--set", "name=" + name, "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud", "--set", "masterList=On list")
                .get("ref")
                .text();
    }

    /// The file of the first package that was written.
    String sent(String from, String to, String... more) {
        var args = new ArrayList<>(List.of(
                "export", "--to", to, "--purpose", "Return", "--out", folder.resolve("stick of " + from).toString()));
        args.addAll(List.of(more));
        var made = done(from, args.toArray(String[]::new));
        return made.get("packages").items().getFirst().members().get("file").text();
    }

    String digest(String vault) {
        return done(vault, "digest").out().strip();
    }
}
