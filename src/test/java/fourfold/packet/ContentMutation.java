package fourfold.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fourfold.core.kernel.Json;
import fourfold.vault.OpenVault;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A package that somebody who is trusted, and means harm, has made out of a good one: its content is changed, and
/// everything around it made to fit again: sizes, counts, hashes, both signatures, and sometimes the author's own over an act.
final class ContentMutation {

    private final Random random;
    private final OpenVault signer;
    /// The digests, in order, of every act that its author ever signed.
    private final Set<List<String>> signed;
    private final JsonMutation json;
    private final ByteMutation bytes;

    ContentMutation(Random random, OpenVault signer, Set<List<String>> signed) {
        this.random = random;
        this.signer = signer;
        this.signed = signed;
        this.json = new JsonMutation(random);
        this.bytes = new ByteMutation(random);
    }

    /// The archive of such a package.
    byte[] of(CraftedBag bag) throws IOException {
        boolean fits = random.nextInt(12) > 0;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> manifest(bag);
            case 3, 4, 5 -> entry(bag);
            case 6 -> lines(bag);
            case 7 -> text(bag);
            case 8 -> file(bag);
            case 9 -> {
                list(bag);
                fits = false;
            }
            default -> {}
        }
        if (fits) fit(bag);
        if (random.nextInt(10) == 0) signature(bag);
        var zip = bag.zipped();
        return random.nextInt(6) == 0 ? bytes.of(zip) : zip;
    }

    private void fit(CraftedBag bag) throws IOException {
        try {
            bag.refitted(signer);
        } catch (RuntimeException unreadable) {
            // where the manifest is broken no size can be put into it
            bag.onlyHashes(signer);
        }
    }

    private void manifest(CraftedBag bag) throws IOException {
        var before = bag.manifest();
        if (!(json.of(before) instanceof Json.Members changed)) return;
        bag.with(PacketFormat.MANIFEST, (changed.canonicalText() + "\n").getBytes(UTF_8));
        try {
            // what bag-info.txt repeats of it agrees again, where that can be
            bag.with(PacketFormat.BAG_INFO, BagInfo.bytes(Manifest.of(changed), "0.0"));
        } catch (RuntimeException noManifest) {
            bag.onlyHashes(signer);
        }
    }

    private static List<String> linesOf(CraftedBag bag) {
        return new ArrayList<>(Arrays.asList(new String(bag.files.get(PacketFormat.CHANGES), UTF_8).split("(?<=\n)")));
    }

    private void put(CraftedBag bag, List<String> lines) {
        bag.with(PacketFormat.CHANGES, String.join("", lines).getBytes(UTF_8));
        if (random.nextInt(4) > 0) counts(bag, lines);
    }

    /// The manifest counts what is there.
    private static void counts(CraftedBag bag, List<String> lines) {
        var counts = new TreeMap<>(bag.manifest().get("counts").members().values());
        long acts = lines.stream().filter(line -> line.startsWith("{\"act\"")).count();
        long held = lines.stream().filter(line -> line.startsWith("{\"withheld\"")).count();
        counts.put("acts", Json.of(acts));
        counts.put("held", Json.of(held));
        counts.put("entries", Json.of(lines.size() - acts - held));
        bag.saying("counts", Json.of(counts));
    }

    /// One entry or end of an act is another, and mostly its author signs that.
    private void entry(CraftedBag bag) {
        var lines = linesOf(bag);
        int at = random.nextInt(lines.size());
        lines.set(at, json.of(StrictJson.read(lines.get(at).strip().getBytes(UTF_8))).canonicalText() + "\n");
        if (random.nextInt(3) > 0) sign(lines, at);
        put(bag, lines);
    }

    private void sign(List<String> lines, int at) {
        int end = at;
        while (end < lines.size() && !lines.get(end).startsWith("{\"act\"")) end++;
        int start = at;
        while (start > 0 && !lines.get(start - 1).startsWith("{\"act\"")) start--;
        if (end == lines.size() || end == start) return;
        var digests = lines.subList(start, end).stream().map(ContentMutation::digest).toList();
        TreeMap<String, Json> act;
        try {
            act = new TreeMap<>(StrictJson.read(lines.get(end).strip().getBytes(UTF_8)).members().values());
        } catch (Unreadable | IllegalArgumentException noAct) {
            // the end itself is what was broken
            return;
        }
        act.put("count", Json.of(digests.size()));
        act.put("signature", Json.of(HexFormat.of().formatHex(signer.signer().signAct(digests))));
        signed.add(digests.stream().map(HexFormat.of()::formatHex).toList());
        lines.set(end, Json.of(act).canonicalText() + "\n");
    }

    private static byte[] digest(String line) {
        var text = line.strip();
        return text.startsWith("{\"withheld\":\"") && text.length() == 79
                ? HexFormat.of().parseHex(text.substring(13, 77))
                : Hashing.sha256().digest(text.getBytes(UTF_8));
    }

    /// Lines go, come twice, change places, or leave their digest behind.
    private void lines(CraftedBag bag) {
        var lines = linesOf(bag);
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> lines.set(at, "{\"withheld\":\"" + HexFormat.of().formatHex(digest(lines.get(at))) + "\"}\n");
            case 4 -> lines.addAll(lines.subList(0, at));
            default -> lines.subList(at, lines.size()).clear();
        }
        if (random.nextBoolean() && !lines.isEmpty()) sign(lines, random.nextInt(lines.size()));
        put(bag, lines);
    }

    /// The same JSON written in another way, or in a way that is none.
    private void text(CraftedBag bag) {
        var lines = linesOf(bag);
        int at = random.nextInt(lines.size());
        var line = lines.get(at).strip();
        lines.set(at, switch (random.nextInt(12)) {
            case 0 -> line + " \n";
            case 1 -> line.replaceFirst(":", ": ") + "\n";
            case 2 -> line.replaceFirst("a", "\\\\u0061") + "\n";
            case 3 -> line.replaceFirst("}$", ",}") + "\n";
            case 4 -> "\uFEFF" + line + "\n";
            case 5 -> line + "\r\n";
            case 6 -> line.replaceFirst("\\{", "{\"actor\":\"DE1001\",") + "\n";
            case 7 -> line.replaceFirst("([0-9])", "0$1") + "\n";
            case 8 -> line.replaceFirst(":([0-9]+)", ":$1e0") + "\n";
            case 9 -> line.replaceFirst(":([0-9]+)", ":$1.0") + "\n";
            case 10 -> line.replaceFirst("\"", "\"\\\\ud800") + "\n";
            default -> "[".repeat(random.nextInt(60)) + line + "\n";
        });
        if (random.nextBoolean()) sign(lines, at);
        put(bag, lines);
    }

    /// Some file of the bag is another, is missing or is added.
    private void file(CraftedBag bag) {
        var names = new ArrayList<>(bag.files.keySet());
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> bag.without(name);
            case 1 -> bag.with("data/attachments/" + "0123456789abcdef".repeat(4), new byte[] {1});
            case 2 -> bag.with(new String(bytes.of(name.getBytes(ISO_8859_1)), ISO_8859_1) + "~", new byte[] {1});
            default -> bag.with(name, bytes.of(bag.files.get(name)));
        }
    }

    /// A list of hashes says something else.
    private void list(CraftedBag bag) throws IOException {
        bag.refitted(signer);
        var name = random.nextBoolean() ? PacketFormat.MANIFEST_HASHES : PacketFormat.TAG_HASHES;
        bag.with(name, bytes.of(bag.files.get(name)));
    }

    private void signature(CraftedBag bag) {
        var before = bag.files.get(PacketFormat.SIGNATURE);
        if (before != null) bag.with(PacketFormat.SIGNATURE, bytes.of(before));
    }
}
