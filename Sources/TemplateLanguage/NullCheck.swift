import JSONTree

/// Finds out whether there is a `null` in a template: CloudFormation takes none, once macros have been applied.
package enum NullCheck {
    /// Throws where the first one is, in AWS's words.
    package static func check(_ tree: JSON) throws(TemplateError) {
        var path: [String] = []
        guard find(tree, &path) else { return }
        // Observed on AWS: what are properties is told as if it were under the resource's type.
        if path.count > 3, path[0] == "Resources", path[2] == "Properties" { path[2] = "Type" }
        throw TemplateError("[/\(path.joined(separator: "/"))] 'null' values are not allowed in templates")
    }

    /// Whether there is one; `path` then leads to it.
    private static func find(_ json: JSON, _ path: inout [String]) -> Bool {
        switch json {
        case .null: return true
        case .array(let items):
            for (place, item) in items.enumerated() where find(item, String(place), &path) { return true }
        case .object(let object):
            for (name, item) in object where find(item, name, &path) { return true }
        default: break
        }
        return false
    }

    private static func find(_ json: JSON, _ step: String, _ path: inout [String]) -> Bool {
        path.append(step)
        if find(json, &path) { return true }
        path.removeLast()
        return false
    }
}
