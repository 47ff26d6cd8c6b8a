package fourfold.packet;

import fourfold.core.kernel.Marking;
import fourfold.core.sync.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a package of 100,000 entries, its check included, beside `zip`, `sha256sum`, `gpg --sign --encrypt` and
/// `gpg --decrypt` of the same folder. Prints one line. Run it with 256 MB of heap.
final class PackageBench {

    private PackageBench() {}

    /// @param arguments an empty folder, and how many entries
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        try (var office = new PacketOffice(folder)) {
            office.begin(1);
            fill(office, entries);
            var best = Long.MAX_VALUE;
            for (int round = 1; round <= 3; round++) {
                var stick = Files.createDirectories(folder.resolve("stick" + round));
                long start = System.nanoTime();
                var written = office.writer()
                        .write(stick, office.released(Marking.OFFICIAL), office.shipment(round), PacketWriter.Progress.NONE)
                        .orThrow();
                best = Math.min(best, System.nanoTime() - start);
                if (round == 3) System.out.printf("%,d bytes%n", Files.size(written.file()));
            }
            var bag = folder.resolve("bag");
            Files.createDirectories(bag.resolve("changes"));
            try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(bag.resolve("changes/changes.ndjson")))) {
                office.released(Marking.OFFICIAL).read(new Lines(out));
            }
            long peer = peer(folder);
            System.out.printf(
                    "%,d entries: %.2f s, tools %.2f s, ratio %.2f%n", entries, best / 1e9, peer / 1e9, (double) best / peer);
        }
    }

    private record Lines(java.io.OutputStream out) implements fourfold.core.disclosure.Released.Reader {
        @Override
        public void entry(Entry entry) {
            write(entry.json().canonicalText());
        }

        @Override
        public void withheld(byte[] digest) {
            write("withheld");
        }

        @Override
        public void end(java.util.UUID act, fourfold.core.sync.Author author, int count, byte[] signature) {
            write("end");
        }

        private void write(String line) {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    private static void fill(PacketOffice office, int entries) {
        var act = new ArrayList<Entry>();
        for (int i = 0; i < entries; i++) {
            act.add(office.entry(
                    "disruption", office.id(), Marking.OFFICIAL, "ref", "D-" + i, "summary",
                    "Offender " + office.hex(12) + " moved to a work placement on release, organised acquisitive crime",
                    "leadAgency", "EMSOU", "eventDate", "2020-10-03", "recordDate", "2020-10-12", "p", "PREVENT",
                    "category", "MINOR", "type", "LEAD", "leadUnit", "RPIU"));
            if (act.size() == 1000) {
                office.act(List.copyOf(act));
                act.clear();
            }
        }
        if (!act.isEmpty()) office.act(act);
    }

    private static long peer(Path folder) throws Exception {
        var home = Files.createTempDirectory("gpg");
        home.toFile().setReadable(false, false);
        home.toFile().setReadable(true, true);
        var gpg = "gpg --homedir " + home + " --batch --quiet --pinentry-mode loopback --passphrase '' --trust-model always ";
        run(folder, gpg + "--quick-generate-key bench default default never");
        long start = System.nanoTime();
        run(folder, "find bag -type f | xargs sha256sum > hashes");
        run(folder, "zip -q -r bag.zip bag hashes");
        run(folder, gpg + "--sign --encrypt --recipient bench --output bag.gpg bag.zip");
        run(folder, gpg + "--output back.zip --decrypt bag.gpg");
        long took = System.nanoTime() - start;
        run(folder, "gpgconf --homedir " + home + " --kill all");
        return took;
    }

    private static void run(Path folder, String command) throws Exception {
        var process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).inheritIO().start();
        if (process.waitFor() != 0) throw new IllegalStateException(command);
    }
}
