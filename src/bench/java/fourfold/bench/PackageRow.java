package fourfold.bench;

import fourfold.core.kernel.Watch;
import fourfold.desk.PacketDesk;
import fourfold.vault.VaultSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A package of 100,000 entries, written by its desk: chosen and weighed, its tables and cover sheet made, zipped, signed,
/// encrypted, forced to the disk, then opened again and checked whole. The peer does to the same folder what an outsider
/// would do with public tools: `sha256sum`, `zip`, `gpg --sign --encrypt`, `gpg --decrypt`.
final class PackageRow implements Row {

    private static final int REGIONS = 20;
    // with the entries that are withheld the acts hold no more than a package may
    private static final int YEARS = 46;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "package";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        for (var tool : List.of("gpg", "zip", "unzip", "sha256sum"))
            if (Bed.onPath(tool) == null)
                return List.of(Line.none("package of 100,000 entries", "there is no " + tool + " here"));
        var folder = bed.folder("package");
        var surroundings = Bed.surroundings();
        var unit = folder.resolve("unit");
        var theirs = Bed.begin(surroundings, unit, "EMSOU");
        var certificates = theirs.trust().certificates();
        Bed.leave(theirs);
        var office = Bed.begin(surroundings, folder.resolve("force"), "Derbyshire");
        var ours = new Samples();
        var peer = new Samples();
        long entries = 0;
        var gpg = new Gpg(folder);
        try {
            office.trust().trust("EMSOU", certificates).orThrow();
            Extracts.load(office, Extracts.only(Extracts.write(folder, REGIONS, YEARS), Set.of("threats", "disruptions")));
            for (int run = 0; run < RUNS; run++) {
                var stick = Files.createDirectories(folder.resolve("stick" + run));
                long before = System.nanoTime();
                var written = office.packets()
                        .write(new PacketDesk.Wish("EMSOU", "Monthly return", Set.of(), true, Map.of()), stick, Watch.nobody())
                        .orThrow();
                ours.add(System.nanoTime() - before);
                if (written.size() != 1) throw new IllegalStateException(written.size() + " packages instead of one");
                entries = written.getFirst().entries();
                if (run == 0) gpg.unpack(surroundings, unit, written.getFirst().file());
                peer.add(gpg.tools());
            }
        } finally {
            gpg.end();
            Bed.leave(office);
        }
        return List.of(Line.ratio(
                String.format("package of %,d entries, checked", entries),
                ours.inSeconds(),
                "`sha256sum`, `zip`, `gpg --sign --encrypt`, `gpg --decrypt` of the same folder: " + peer.inSeconds(),
                (double) ours.median() / peer.median(),
                4));
    }

    /// The public tools, with a key of their own.
    private static final class Gpg {
        private final Path folder;
        private final Path home;
        private final String gpg;

        Gpg(Path folder) throws Exception {
            this.folder = folder;
            // the path of gpg's sockets must be short
            home = Files.createTempDirectory("gpg");
            home.toFile().setReadable(false, false);
            home.toFile().setReadable(true, true);
            gpg = "gpg --homedir " + home + " --batch --no-tty --quiet --pinentry-mode loopback --passphrase '' --trust-model always ";
            Bed.run(folder, gpg + "--quick-generate-key bench default default never");
        }

        /// Lays out what is in the package.
        void unpack(fourfold.desk.Surroundings surroundings, Path unit, Path file) throws Exception {
            try (var vault = OpenedVault.of(surroundings, unit)) {
                Files.write(folder.resolve("unit.key"), VaultSecrets.unitKey(vault.open()));
            }
            Bed.run(folder, gpg + "--import unit.key 2>/dev/null");
            Bed.run(folder, gpg + "--output whole.zip --decrypt '" + file + "' 2>/dev/null || test -s whole.zip");
            Bed.run(folder, "unzip -q whole.zip -d bag");
        }

        long tools() throws Exception {
            Bed.run(folder, "rm -f bag.zip bag.gpg back.zip hashes");
            long before = System.nanoTime();
            Bed.run(folder, "find bag -type f | xargs sha256sum > hashes");
            Bed.run(folder, "zip -q -r bag.zip bag hashes");
            Bed.run(folder, gpg + "--sign --encrypt --local-user bench --recipient bench --output bag.gpg bag.zip");
            Bed.run(folder, gpg + "--output back.zip --decrypt bag.gpg 2>/dev/null");
            return System.nanoTime() - before;
        }

        void end() throws Exception {
            Bed.run(folder, "gpgconf --homedir " + home + " --kill all; rm -rf " + home);
        }
    }
}
