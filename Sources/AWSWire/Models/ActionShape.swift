/// An action of a service model: its shapes and its place in HTTP.
package struct ActionShape: Sendable {
    package let name: String
    /// The place of the input structure in `ServiceModel.shapes`; `nil`: no input.
    package let input: Int?
    package let output: Int?
    /// `POST` and the segments of the path, for REST services.
    package let method: String
    package let segments: [PathSegment]
    /// What the query string must hold: `list-type=2`, or a name alone (`uploads`).
    package var query: [(name: String, value: String?)] = []
    /// The HTTP status of success.
    package let status: Int
}

/// A segment of a REST path.
package enum PathSegment: Sendable, Equatable {
    case fixed(String)
    /// `{FunctionName}`.
    case label(String)
    /// `{Key+}`: everything that is left.
    case rest(String)
}

/// An error of a service model.
package struct ErrorShape: Sendable {
    package let status: Int
    /// What the query protocol calls it.
    package let queryCode: String
    /// The member that holds the words: `message` or `Message`.
    package let messageName: String
}
