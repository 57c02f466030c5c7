/// What one `%` names: the input of some step further up the path.
final class AncestorSlot {
    /// The name under which a step binds its input; two `%` that mean the same step share it.
    var label: Int
    /// How many steps up it still is; 0 once the step is found.
    var level = 1

    /// The slot of a `%`.
    init(label: Int) { self.label = label }
}
