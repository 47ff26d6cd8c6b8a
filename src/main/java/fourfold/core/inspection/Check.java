package fourfold.core.inspection;

/// One question of an inspection, as data: a finding of the report, the named test that looks for the same here, and what is
/// said of the answer.
///
/// @param id short and unique, such as "stalled"; a region's row of the same id takes the place of the program's own
/// @param title what the check is called in a list
/// @param section the section of the inspection report, such as "Lincolnshire"
/// @param quote the finding in the report's words
/// @param test the name of the test, one of [NamedTest]; a name that this version does not know is kept all the same
/// @param from whose check it is: empty for the program's own, else the edition of the region's configuration
public record Check(
        String id,
        String title,
        String section,
        String quote,
        String test,
        Parameters parameters,
        Sentences sentences,
        String from) {

    public Check {
        if (!id.matches("[a-z][a-z0-9-]{0,59}"))
            throw new IllegalArgumentException("the id \"" + id + "\" is not made of small letters, digits and hyphens");
        NamedTest.find(test).ifPresent(known -> known.requireKnown(parameters));
    }

    /// The same check, as part of that edition.
    public Check from(String edition) {
        return new Check(id, title, section, quote, test, parameters, sentences, edition);
    }
}
