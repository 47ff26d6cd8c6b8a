package fourfold;

/// What must never happen, however the program is killed, damaged, deceived or attacked. `docs/security.md` says which test
/// stands for which goal.
public enum Goal {
    G_1("killed at any instant: nothing acknowledged lost, no half act"),
    G_2("power cut: the same, un-forced writes dropped, reordered, torn"),
    G_3("any call of the disk fails: nothing acknowledged lost, a plain sentence"),
    G_4("damaged files are detected; what is whole is recovered"),
    G_5("a mutated package is never accepted with other content"),
    G_6("each known trick is refused for its own reason"),
    G_7("desks that exchange in any order agree and lose nothing"),
    G_8("many desks, lost, late and doubled packages, old copies, skewed clocks: one state in the end"),
    G_9("gpg reads ours and we read what it wrote"),
    G_10("no wrong passphrase, damaged slot or lowered cost lets anybody in"),
    G_11("two instances never write at once"),
    G_12("no planted word in any file that is written"),
    G_13("history rewritten with the keys in hand shows at the unit"),
    G_14("every command by every role in every state");

    private final String sentence;

    Goal(String sentence) {
        this.sentence = sentence;
    }

    /// What is aimed at, in one line.
    public String sentence() {
        return sentence;
    }

    /// As documents write it, such as `G-5`.
    public String id() {
        return name().replace('_', '-');
    }
}
