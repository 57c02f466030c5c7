/// A step of a path that is a chain of names and indexes: the form in which most paths are evaluated.
@usableFromInline enum PlainStep: Sendable {
    /// A member of an object.
    case key(String)
    /// An element of an array; negative counts from the end.
    case index(Int)

    /// The step as the path library AWS uses writes it.
    var normalText: String {
        switch self {
        case .key(let name): "['\(name)']"
        case .index(let index): "[\(index)]"
        }
    }
}
