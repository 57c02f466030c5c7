import JSONTree
import ResourceNames

/// A valid definition made by chance, with an input and what its tasks answer: the same for the same seed and the same means.
package struct RandomDefinition: Sendable {
    /// What definitions may use.
    package struct Means: Sendable {
        /// Random numbers, UUIDs, jitter, the time of day.
        package var hasChance = true
        /// Tasks that wait for a token, activities among them.
        package var hasTokens = true
        /// Tasks that are never answered, so that their time limits fire.
        package var hasSilence = true
        /// ARNs of the functions its tasks call.
        package var functions = ["f", "g"].map { "arn:aws:lambda:us-east-1:123456789012:function:\($0)" }

        /// All there is.
        package init() {}
    }

    /// What it is made from.
    package let seed: UInt64
    /// The definition as JSON text.
    package let text: String
    /// An input its states can work with.
    package let input: String
    /// What its tasks answer.
    package let answers: RandomAnswers

    /// Makes the definition of a seed.
    package init(seed: UInt64, means: Means = Means()) {
        var writer = DefinitionWriter(chance: Chance(seed: seed), means: means)
        self.seed = seed
        text = JSON.object(writer.machine()).text
        input = writer.input.text
        answers = RandomAnswers(seed: seed, mayBeSilent: means.hasSilence)
    }

    /// What somebody needs who looks into a failure.
    package var report: String {
        """
        seed \(seed); once more with this one alone: NEWEL_SEED=\(seed) swift test --filter GeneratedDefinition
        input: \(input)
        definition: \(text)
        """
    }
}
