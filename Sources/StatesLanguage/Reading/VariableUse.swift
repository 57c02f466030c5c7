/// The variables that the fields of one state read. Shared by all `Fields` of the state while it is read, by one task.
final class VariableUse {
    /// Each name once.
    private(set) var names: Set<String> = []

    /// Notes what a path, a template or an expression reads.
    func note(_ read: some Sequence<String>) { names.formUnion(read) }
}
