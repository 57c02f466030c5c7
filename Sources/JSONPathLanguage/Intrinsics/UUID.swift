import JSONTree
import ResourceNames

extension IntrinsicFunction {
    /// `States.UUID()`: a random UUID, version 4.
    static func uuid(_ chance: inout Chance) -> JSON { .string(chance.uuid()) }
}
