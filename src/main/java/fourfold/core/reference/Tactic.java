package fourfold.core.reference;

import fourfold.core.kernel.P;

/// Something that can be done about a threat, as prompts and lists offer it. No technique is described, on purpose.
///
/// @param name what people call it
/// @param p the P it usually stands under; an action or event may put it under another
/// @param heading one of the six heads of the public menu of tactics: Lifestyle, Behaviour, Vehicles, Travel, Business,
///     Crime. Only the heads are public; which tactic stands where is ours
/// @param whatItIs one sentence
/// @param whoCanHelp posts and partners
/// @param watchOutFor what can go wrong, in one sentence
public record Tactic(
        String name, P p, String heading, String whatItIs, String whoCanHelp, String watchOutFor) {}
