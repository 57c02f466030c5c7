import JSONTree

/// Wordings of causes, as recorded from AWS.
enum Causes {
    /// A value as AWS's messages quote it: a text bare, anything else as JSON.
    static func quoted(_ value: JSON) -> String { value.stringValue ?? value.text }
}
