import JSONTree

/// What paths, templates and intrinsic calls may look at.
package protocol EvaluationScope {
    /// What `$` names.
    var input: JSON { get }
    /// The context object, which `$$` names; its owner may build it when it is first asked for.
    var context: JSON { get }
    /// The value of a workflow variable, which `$name` names; `nil` when it is not assigned.
    func variable(_ name: String) -> JSON?
}
