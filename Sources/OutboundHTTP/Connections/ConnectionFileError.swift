/// What is wrong in a file of connections, and where.
package struct ConnectionFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// `[0].AuthParameters.BasicAuthParameters.Password`, or a line and a column.
    package let place: String
    /// For people; never a value of the file.
    package let problem: String

    /// Place and problem.
    package var description: String { "\(place): \(problem)" }
}
