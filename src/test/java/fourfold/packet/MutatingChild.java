package fourfold.packet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.SignedActs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// A process of little memory that mutates packages and puts each through the gates. Even seeds change bytes of the file,
/// odd ones the content, well signed. It says of each what came of it: the flaw that was found, `same` for the content that
/// was meant, `signed` for another that its author and the sender have signed, and anything else for what may not be.
public final class MutatingChild {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final PacketOffice office;
    private final Path folder;
    private final List<Base> bases = new ArrayList<>();

    private record Base(byte[] message, byte[] archive, Set<List<String>> signed, List<String> told) {}

    /// Gathers what a package hands on.
    private static final class Told implements SignedActs.Reader {
        final List<String> all = new ArrayList<>();
        final Set<List<String>> acts = new HashSet<>();
        final Set<EntryId> ids = new HashSet<>();
        private List<String> act = new ArrayList<>();
        int entries;
        int held;

        @Override
        public void entry(Entry entry) {
            act.add(HexFormat.of().formatHex(entry.digest()));
            ids.add(entry.id());
            entries++;
        }

        @Override
        public void withheld(byte[] digest) {
            act.add(HexFormat.of().formatHex(digest));
            held++;
        }

        @Override
        public void end(UUID id, Author author, int count, byte[] signature) {
            if (count != act.size()) throw new IllegalStateException("an act of " + act.size() + " says " + count);
            acts.add(act);
            all.addAll(act);
            all.add(id + " " + author);
            act = new ArrayList<>();
        }
    }

    private MutatingChild(PacketOffice office, Path folder) throws IOException {
        this.office = office;
        this.folder = folder;
        for (int i = 0; i < 3; i++) bases.add(base(i));
    }

    /// @param args a folder, the first seed and how many
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, US_ASCII);
        var folder = Path.of(args[0]);
        try (var office = new PacketOffice(folder)) {
            var child = new MutatingChild(office, folder);
            long first = Long.parseLong(args[1]);
            for (long seed = first; seed < first + Long.parseLong(args[2]); seed++) out.println(seed + " " + child.trial(seed));
        }
    }

    private Base base(int number) throws IOException {
        office.begin(number + 1);
        for (int i = 0; i <= number; i++) office.threat("DER-000" + i, Marking.OFFICIAL, Map.of());
        if (number == 2)
            office.act(
                    office.entry("threat", office.id(), Marking.OFFICIAL, "ref", "DER-0008", "name", "Op Low"),
                    office.entry("threat", office.id(), Marking.OFFICIAL_SENSITIVE, "ref", "DER-0009", "name", "Op High"));
        var signed = new HashSet<List<String>>();
        var told = new Told();
        var written = office.writer()
                .write(folder, office.released(Marking.OFFICIAL), office.shipment(number + 1), PacketWriter.Progress.NONE)
                .orThrow();
        new PacketReader(office.unit, System::nanoTime).read(written.file(), contents -> contents.read(told));
        signed.addAll(told.acts);
        var message = Files.readAllBytes(written.file());
        return new Base(message, CraftedBag.opened(message, office.unit), signed, told.all);
    }

    private String trial(long seed) {
        var random = new Random(seed);
        var base = bases.get(random.nextInt(bases.size()));
        long began = System.nanoTime();
        String came;
        try {
            came = seed % 2 == 0 ? bytes(base, random) : content(base, random);
        } catch (Exception | StackOverflowError | OutOfMemoryError uncaught) {
            uncaught.printStackTrace();
            return "UNCAUGHT " + uncaught.getClass().getName();
        }
        return System.nanoTime() - began > LONGEST.toNanos() ? "SLOW" : came;
    }

    private String bytes(Base base, Random random) throws IOException {
        var changed = new ByteMutation(random).of(base.message);
        return read(changed, (sound, told) -> told.all.equals(base.told) ? "same" : "OTHER CONTENT");
    }

    private String content(Base base, Random random) throws IOException {
        var signed = new HashSet<>(base.signed);
        var mutation = new ContentMutation(random, office.force, signed);
        var message = CraftedBag.sealedForItsKeys(
                keys -> mutation.of(new CraftedBag(base.archive).sealedWith(keys)), office.force, office.unit.own(), folder);
        return read(message, (sound, told) -> {
            if (!signed.containsAll(told.acts)) return "AN ACT THAT NOBODY SIGNED";
            return told.all.equals(base.told) ? "same" : "signed";
        });
    }

    private interface Judge {
        String of(PackageVerdict.Sound sound, Told told);
    }

    private String read(byte[] message, Judge judge) throws IOException {
        var file = Files.write(folder.resolve("mutated.bag.zip.gpg"), message);
        var told = new Told();
        var verdict = office.reader(office.unit).read(file, contents -> contents.read(told));
        try (var staged = Files.list(office.unit.folder().in())) {
            if (staged.findAny().isPresent()) return "LEFT BEHIND";
        }
        return switch (verdict) {
            case PackageVerdict.Refused refused when told.entries + told.held > 0 -> "TOLD BEFORE REFUSED";
            case PackageVerdict.Refused refused when !refused.sentence().endsWith(".") -> "NO SENTENCE";
            case PackageVerdict.Refused refused -> refused.flaw().name();
            case PackageVerdict.Sound sound -> sound(sound, told) + judge.of(sound, told);
        };
    }

    /// What holds of every package that is let through.
    private static String sound(PackageVerdict.Sound sound, Told told) {
        var manifest = sound.manifest();
        boolean addressed = manifest.to().agency().equals(PacketOffice.UNIT) && manifest.from().agency().equals(PacketOffice.FORCE);
        boolean counted = manifest.counts().entries() == told.entries && manifest.counts().held() == told.held;
        return addressed && counted && told.ids.size() == told.entries ? "" : "SOUND WITH OTHER COUNTS OR ADDRESS ";
    }
}
