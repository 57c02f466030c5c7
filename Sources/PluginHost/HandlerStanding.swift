import ResourceNames

/// How a handler stands: what it is written in, since when it is there, and what is being done by it.
package struct HandlerStanding: Sendable, Equatable {
    /// `nil` where nobody can tell: it is linked in, or its library cannot be read.
    package var language: HandlerLanguage?
    /// When its build was put to use; `nil`: with the function itself.
    package var loadedAt: Timestamp?
    /// Of a function that runs what is installed, the name that has there; `nil`: its code is its own.
    package var installed: String?
    /// Calls that have begun and not ended.
    package var inFlight = 0
    /// Of those, the ones whose workers are coming up.
    package var starting = 0
    /// Calls that end on a build, or with settings, that have been replaced.
    package var draining = 0
}
