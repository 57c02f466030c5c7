/// `InputPath`, `OutputPath` and `ResultPath`: a path, or `null`.
package enum OptionalPath<Path: Sendable>: Sendable {
    /// The field is absent, or `$`: the whole value.
    case whole
    /// `null`: `{}` for InputPath and OutputPath; for ResultPath, the input unchanged.
    case null
    /// Part of the value.
    case path(Path)
}
