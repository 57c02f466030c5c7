import JSONTree

/// What a function's events call: its alias when there is one, else the function.
struct EventTarget {
    /// The plain function.
    let function: GeneratedResource
    /// Its alias, when one is published.
    let alias: GeneratedResource?

    /// What `FunctionName` of a permission or a mapping is.
    var name: JSON { alias?.ref ?? function.ref }
    /// The ARN that is called.
    var arn: JSON { alias?.ref ?? function.arn }
}
